import type { HistoryPhase, HistoryState } from './run.ts';

/** How far an import is, and what it was when its pace was last measured. */
export interface HistoryProgress {
  state: HistoryState;
  phase: HistoryPhase;
  conversationsTotal: number | null;
  conversations: number;
  partsTotal: number | null;
  parts: number;
  requests: number;
  /** When the measuring began, and the counts of that moment; anew each minute and with each phase. */
  pacedAt: Date;
  pacedRequests: number;
  pacedDone: number;
  /** Of the last whole measuring; null where there was none. */
  requestsPerMinute: number | null;
  donePerMinute: number | null;
}

export interface HistoryPace {
  /** Over the last minute; null while nothing is known. */
  requestsPerSecond: number | null;
  /** Of the phase that runs; null while nothing is known. */
  leftMs: number | null;
}

/** Before that, a pace is chance. */
const leastMs = 15_000;
const minuteMs = 60_000;

/** How fast an import asks, and how long its phase will take at that pace. */
export function historyPace(progress: HistoryProgress, now: Date): HistoryPace {
  if (progress.state !== 'running') return { requestsPerSecond: null, leftMs: null };
  const elapsedMs = now.getTime() - progress.pacedAt.getTime();
  const perMinute = (count: number) => (count * minuteMs) / elapsedMs;
  const isMeasured = elapsedMs >= leastMs;
  const requests = isMeasured
    ? perMinute(progress.requests - progress.pacedRequests)
    : progress.requestsPerMinute;
  const done = isMeasured
    ? perMinute(progress.conversations + progress.parts - progress.pacedDone)
    : progress.donePerMinute;
  return {
    requestsPerSecond: requests === null ? null : requests / 60,
    leftMs: leftMs(toDo(progress), done),
  };
}

const leftMs = (things: number | null, perMinute: number | null): number | null =>
  things === null || !perMinute ? null : (things * minuteMs) / perMinute;

/** What the phase still has before it; null where it is not known. The provider's own totals are wrong. */
function toDo({ phase, ...p }: HistoryProgress): number | null {
  if (phase === 'exchange' && p.conversationsTotal !== null) {
    return Math.max(0, p.conversationsTotal - p.conversations);
  }
  if (phase === 'parts' && p.partsTotal !== null) return Math.max(0, p.partsTotal - p.parts);
  return null;
}
