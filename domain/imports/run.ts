import type { ImportCounts } from './outcome.ts';
import type { MergeRule } from './merge-key.ts';
import type { ReadOptions, RejectionReason } from './read-row.ts';

/** `mapping` waits for a person; `failed` says why in the row; the last three never move again. */
export type ImportState = 'mapping' | 'running' | 'paused' | 'complete' | 'failed' | 'cancelled';

/** Orders that a person gives for one import. */
export type ImportOrder = 'start' | 'pause' | 'resume' | 'cancel';

/** What the list cannot say of itself. `revision` grows with each change, so that a preview knows its own. */
export type ImportOptions = Omit<ReadOptions, 'zone'> & {
  mergeRule: MergeRule;
  /** On what ground the people behind a `yes` agreed, in the words of whoever imports. */
  consentBasis: string;
  revision: number;
};

/** What an import would do, counted by doing everything except writing. */
export type ImportPreview = {
  /** Of the options it was counted under. */
  revision: number;
  state: 'counting' | 'ready';
  /** Rows that the counts below speak of, and whether they are all rows of the file. */
  rows: number;
  whole: boolean;
  /** Rows of the file, once it has been read to its end. */
  rowsTotal: number | null;
  counts: ImportCounts;
  rejected: Partial<Record<RejectionReason, number>>;
  /** Cells of accepted rows that could not be read, by what was wrong. */
  problems: Readonly<Record<string, number>>;
};

/** Why an import cannot go on. */
export type ImportFailure = 'file-gone' | 'not-a-list';

const orders: Readonly<Record<ImportState, Partial<Record<ImportOrder, ImportState>>>> = {
  mapping: { start: 'running', cancel: 'cancelled' },
  running: { pause: 'paused', cancel: 'cancelled' },
  paused: { resume: 'running', cancel: 'cancelled' },
  complete: {},
  failed: {},
  cancelled: {},
};

/** What may be ordered now; the page shows no others and the server takes no others. */
export const importOrders = (state: ImportState): readonly ImportOrder[] =>
  Object.keys(orders[state]) as ImportOrder[];

/** Where an order leads, or null where it may not be given. */
export const afterImportOrder = (state: ImportState, order: ImportOrder): ImportState | null =>
  orders[state][order] ?? null;
