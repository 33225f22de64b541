import { isSuppressed } from '#domain/sending/suppression.ts';

/** Why a person of ours may not write to an address. */
export type Unreachable = 'erased' | 'opted-out' | 'landline' | 'invalid-number';

export type Reached = {
  blocked: readonly string[];
  invalidReason: string | null;
  lineType: string | null;
  /** Of the contact. */
  erased: boolean;
};

/** What the gate would say anyway, told before somebody has typed an answer. */
export function whyUnreachable({
  blocked,
  invalidReason,
  lineType,
  erased,
}: Reached): Unreachable | null {
  if (erased) return 'erased';
  if (isSuppressed(blocked, 'sms')) return 'opted-out';
  if (invalidReason === 'landline' || lineType === 'landline') return 'landline';
  return invalidReason ? 'invalid-number' : null;
}
