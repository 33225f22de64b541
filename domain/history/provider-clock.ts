/** A clock of the provider's that goes ahead of ours by more is wrong. */
const aheadMs = 5 * 60_000;

/**
 * When something happened, as far as the provider is believed: what lies ahead is taken for now.
 * @param told epoch milliseconds, as `now`
 */
export const believed = (told: number, now: number): number => (told > now + aheadMs ? now : told);
