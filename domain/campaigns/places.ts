import type { Day } from '#domain/sending/local-time.ts';
import type { CampaignWindow } from '#domain/sending/open-hours.ts';
import { openDays } from './open-days.ts';
import type { Forecast } from './plan.ts';

/** As early in the day as senders allow, or evenly over its open hours. */
export type Spread = 'at-opening' | 'over-the-day';

/** People `firstRank` … `firstRank + count - 1` of a day; rank r is let in at `from + (r - firstRank) * everyMs`. */
export type PlaceRange = {
  day: Day;
  firstRank: number;
  count: number;
  from: number;
  everyMs: number;
};

/** Day and place of every new person, as ranges that one statement can write down. */
export function placesOf(plan: Forecast, spread: Spread): readonly PlaceRange[] {
  let rank = 0;
  return plan.days
    .filter(({ first }) => first > 0)
    .map((day) => {
      const firstRank = rank;
      rank += day.first;
      const open = day.closesAt - day.opensAt;
      const everyMs = spread === 'at-opening' ? 0 : Math.floor(open / (day.first + day.followUps));
      return { day: day.day, firstRank, count: day.first, from: day.opensAt, everyMs };
    });
}

/**
 * When a follow-up goes that is due at an instant: at once on that day if it has room, else when
 * the next day with room opens. Null where none has.
 */
export function placeFollowUp(
  dueAt: number,
  window: CampaignWindow,
  room: (day: Day) => number,
): { day: Day; at: number } | null {
  for (const day of openDays(dueAt, window)) {
    if (room(day.day) > 0) return { day: day.day, at: day.opensAt };
  }
  return null;
}

/**
 * Room on each day under both limits. `promised` counts what other campaigns of the workspace and
 * this one have sent or planned there, by day.
 */
export function roomUnder(limits: {
  campaign: { limit: number; promised: ReadonlyMap<Day, number> };
  workspace: { limit: number; promised: ReadonlyMap<Day, number> };
}): (day: Day) => number {
  const left = (
    { limit, promised }: { limit: number; promised: ReadonlyMap<Day, number> },
    day: Day,
  ) => Math.max(0, limit - (promised.get(day) ?? 0));
  return (day) => Math.min(left(limits.campaign, day), left(limits.workspace, day));
}
