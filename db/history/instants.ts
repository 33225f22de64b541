/** A clock that goes ahead of ours by more is wrong. */
const aheadMs = 5 * 60_000;

/**
 * When it was, as the provider says; what lies in the future is taken for now, and what was said is kept.
 * @param at ISO 8601
 */
export function instantOf(at: string): { at: string; providerAt?: string } {
  const now = Date.now();
  return Date.parse(at) > now + aheadMs
    ? { at: new Date(now).toISOString(), providerAt: at }
    : { at };
}
