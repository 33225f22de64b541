import type { Channel } from '#domain/sequences/step.ts';

export type SuppressionSource = 'keyword' | 'reply' | 'provider' | 'person' | 'import';

/** An append-only record on an address; `channel: null` blocks every channel. */
export type Suppression = {
  id: string;
  channel: Channel | null;
  source: SuppressionSource;
  at: number;
  /** When a later record lifted it; null while it holds. */
  liftedAt: number | null;
};

/** The oldest suppression that blocks this channel now: the one a person wants to see. */
export function activeSuppression(
  suppressions: readonly Suppression[],
  channel: Channel,
): Suppression | null {
  return (
    suppressions
      .filter((record) => record.liftedAt === null && blocks(record, channel))
      .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))[0] ?? null
  );
}

/**
 * Whether a record from `source` may lift an earlier one.
 * A file never lifts anything; only the person's own START lifts what the person or the provider set.
 */
export function mayLift(source: SuppressionSource, earlier: SuppressionSource): boolean {
  if (source === 'import' || source === 'provider') return false;
  if (source === 'person') return earlier === 'person' || earlier === 'import';
  return true;
}

function blocks(record: Suppression, channel: Channel): boolean {
  return record.channel === null || record.channel === channel;
}
