import { type ConsentBasis, type ConsentState, consentVerdict } from '#domain/sending/consent.ts';
import type { Channel } from '#domain/sequences/step.ts';
import { isSuppressed } from '#domain/sending/suppression.ts';

/**
 * Why somebody who matches the audience does not get the campaign, in the order in which the reasons
 * are looked for: a person is counted once, by the first that holds.
 */
export const exclusionReasons = [
  'erased',
  'merged',
  'no-mobile',
  'landline',
  'invalid-number',
  'opted-out',
  'refused',
  'no-consent',
  'shared-number',
  'missing-field',
] as const;

export type ExclusionReason = (typeof exclusionReasons)[number];

export type ExclusionFacts = {
  merged: boolean;
  erased: boolean;
  address: {
    invalid: boolean;
    landline: boolean;
    blocked: readonly string[];
    consent: ConsentState;
  } | null;
  /** An older contact with the same number is already in this campaign. */
  numberTaken: boolean;
  /** Fields of the first message that this person lacks and that have no fallback. */
  missingFields: readonly string[];
};

/** Null for a person who will be written to. */
export function exclusionOf(
  person: ExclusionFacts,
  campaign: { channel: Channel; consentBasis: ConsentBasis | null },
): ExclusionReason | null {
  const { address } = person;
  if (person.erased) return 'erased';
  if (person.merged) return 'merged';
  if (!address) return 'no-mobile';
  if (address.landline) return 'landline';
  if (address.invalid) return 'invalid-number';
  if (isSuppressed(address.blocked, campaign.channel)) return 'opted-out';
  const consent = consentVerdict(address.consent, campaign.consentBasis);
  if (consent === 'refused') return 'refused';
  if (consent === 'not-recorded') return 'no-consent';
  if (person.numberTaken) return 'shared-number';
  return person.missingFields.length > 0 ? 'missing-field' : null;
}
