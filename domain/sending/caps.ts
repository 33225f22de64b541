import { dayOf } from './local-time.ts';
import type { DayLimit, PersonCaps } from './facts.ts';

const hour = 3_600_000;

/** Rolling spans, so that a late evening and an early morning are not two days. */
export const personSpans = { day: 24 * hour, week: 7 * 24 * hour } as const;

/** Marketing to one person over all channels, unless the workspace says less. */
export const defaultPersonCaps: PersonCaps = { perDay: 1, perWeek: 3 };

/** How many of the instants lie within the span that ends at `at`. */
export function countWithin(sentAt: readonly number[], at: number, span: number): number {
  return sentAt.filter((sent) => sent > at - span).length;
}

/**
 * The first instant from `at` on when fewer than `max` lie within the span before it.
 * `max` is at least 1.
 */
export function freeFrom(sentAt: readonly number[], at: number, max: number, span: number): number {
  const latestFirst = sentAt.toSorted((a, b) => b - a);
  const blocking = latestFirst[max - 1];
  return blocking === undefined ? at : Math.max(at, blocking + span);
}

/** What the limit's day has used by an instant; a day that has not begun has used nothing. */
export function usedOn(limit: DayLimit, at: number): number {
  return dayOf(at, limit.zone).day === limit.day ? limit.used : 0;
}

/** The first instant from `at` on at which the limit has room: now, or the next midnight there. */
export function roomFrom(limit: DayLimit, at: number): number {
  return usedOn(limit, at) < limit.limit ? at : dayOf(at, limit.zone).to;
}
