import { uiEventHours } from '#db/sweeps.ts';

/** A snapshot of PostgreSQL as text, and when it was taken in epoch seconds. */
const shape = /^\d{1,20}:\d{1,20}:(?:\d{1,20}(?:,\d{1,20})*)?(?:@\d{1,12})?$/;
const longest = 8000;

/** What is forgotten an hour later than a reader may rely on it. */
const retentionSeconds = (uiEventHours - 1) * 3600;

/** Whether events since this cursor can still be told one by one. */
export function isUsable(cursor: string, nowMs: number): boolean {
  if (cursor.length > longest || !shape.test(cursor)) return false;
  const [, taken] = cursor.split('@');
  return taken !== undefined && Number(taken) > nowMs / 1000 - retentionSeconds;
}
