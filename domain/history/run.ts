/** A walk through a provider's past: everything, the last days each night, or what a gap in webhooks left out. */
export type HistoryKind = 'whole' | 'nightly' | 'gap';

export type HistoryState = 'running' | 'paused' | 'complete' | 'failed' | 'cancelled';

/** What it does now; the last two are the proof that it is complete, and the repair of what it found. */
export type HistoryPhase = 'firm' | 'conversations' | 'exchange' | 'parts' | 'proof' | 'repair';

/** Why it cannot go on at all. */
export type HistoryFailure = 'key-refused' | 'other-workspace' | 'not-opened' | 'account-gone';

/** What it waits for and then goes on by itself. */
export type HistoryWait = 'provider-busy' | 'provider-silent';

/** Orders that a person gives for one import; `speed` carries requests a second. */
export type HistoryOrder = 'pause' | 'resume' | 'cancel' | 'speed' | 'prove' | 'repair';

const orders: Readonly<Record<HistoryState, Partial<Record<HistoryOrder, HistoryState>>>> = {
  running: { pause: 'paused', cancel: 'cancelled', speed: 'running' },
  paused: { resume: 'running', cancel: 'cancelled', speed: 'paused' },
  complete: { prove: 'running', repair: 'running' },
  failed: { resume: 'running', cancel: 'cancelled' },
  cancelled: {},
};

/** What an order is judged by. */
export interface OrderedRun {
  kind: HistoryKind;
  state: HistoryState;
}

/** What may be ordered now; the page shows no others and the server takes no others. */
export const historyOrders = (run: OrderedRun): readonly HistoryOrder[] =>
  (Object.keys(orders[run.state]) as HistoryOrder[]).filter((order) => isOf(run.kind, order));

/** Where an order leads, or null where it may not be given. */
export const afterHistoryOrder = (run: OrderedRun, order: HistoryOrder): HistoryState | null =>
  isOf(run.kind, order) ? (orders[run.state][order] ?? null) : null;

/** What catches up proves nothing, and so has nothing to repair. */
const isOf = (kind: HistoryKind, order: HistoryOrder): boolean =>
  kind === 'whole' || (order !== 'prove' && order !== 'repair');

/** Requests a second that an import takes, unless a person says otherwise, and at most. */
export const usualSpeed = 5;
export const highestSpeed = 9;
