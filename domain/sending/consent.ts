/** What is recorded for an address and channel; `none` says nothing either way. */
export type ConsentState = 'given' | 'refused' | 'none';

/** On what ground a campaign writes to people without a recorded consent. */
export type ConsentBasis =
  | 'prior-express-written'
  | 'express'
  | 'soft-opt-in'
  | 'inbound-initiated'
  | 'legitimate-interest';

export const consentBases: readonly ConsentBasis[] = [
  'prior-express-written',
  'express',
  'soft-opt-in',
  'inbound-initiated',
  'legitimate-interest',
];

export type ConsentVerdict = 'recorded' | 'basis-stated' | 'refused' | 'not-recorded';

/** A stated basis stands in for a blank; it never overrules a refusal. */
export function consentVerdict(state: ConsentState, basis: ConsentBasis | null): ConsentVerdict {
  switch (state) {
    case 'given':
      return 'recorded';
    case 'refused':
      return 'refused';
    case 'none':
      return basis ? 'basis-stated' : 'not-recorded';
  }
}
