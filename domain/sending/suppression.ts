import type { Channel } from '#domain/sequences/step.ts';

export type SuppressionReason = 'keyword' | 'import' | 'person' | 'provider' | 'erased' | 'lifted';

/** A row of the append-only table; `channel: null` is every channel. */
export type SuppressionRow = {
  channel: string | null;
  reason: SuppressionReason;
  /** Who lifted what stood before; null where the row blocks. */
  liftedBy: 'keyword' | 'person' | null;
};

/** What the gate looks at: the blocked channels of the address, `*` for all, and why if known. */
export type SuppressionFacts = {
  blocked: readonly string[];
  reason: SuppressionReason | null;
  since: number | null;
};

export function isSuppressed(blocked: readonly string[], channel: Channel): boolean {
  return blocked.includes('*') || blocked.includes(channel);
}

/** The blocked channels after all rows, oldest first: what the table's trigger keeps on the address. */
export function blockedChannels(rows: readonly SuppressionRow[]): readonly string[] {
  const blocked = new Set<string>();
  for (const row of rows) {
    if (row.liftedBy === null) blocked.add(row.channel ?? '*');
    else if (row.channel === null) blocked.clear();
    else blocked.delete(row.channel);
  }
  return [...blocked].toSorted();
}

/**
 * Whether START or a person of ours may lift a suppression set for this reason.
 * What the person asked for is lifted by the person alone; an erased address stays closed.
 */
export function mayLift(by: 'keyword' | 'person', reason: SuppressionReason): boolean {
  if (reason === 'erased') return false;
  return by === 'keyword' || reason === 'import' || reason === 'person';
}
