import { Temporal } from 'temporal-polyfill';

/** How far a person may move the clock of a sandbox at once. */
export const clockMoves = ['hour', 'tomorrow', 'three-days'] as const;

export type ClockMove = (typeof clockMoves)[number];

/** Milliseconds from `now` (epoch) to where a move leads on the clock of `zone`. */
export function clockMoveMs(move: ClockMove, now: number, zone: string): number {
  const here = at(now, zone);
  switch (move) {
    case 'hour':
      return here.add({ hours: 1 }).epochMilliseconds - now;
    case 'tomorrow':
      return here.add({ days: 1 }).withPlainTime('09:00').epochMilliseconds - now;
    case 'three-days':
      return here.add({ days: 3 }).epochMilliseconds - now;
  }
}

/** The next Tuesday at ten on the clock of `zone`, in epoch milliseconds: when a demo is first seen. */
export function nextTuesdayMorning(now: number, zone: string): number {
  const here = at(now, zone);
  const days = (tuesday - here.dayOfWeek + 7) % 7;
  const candidate = here.add({ days }).withPlainTime('10:00');
  const isPast = candidate.epochMilliseconds <= now;
  return (isPast ? candidate.add({ days: 7 }) : candidate).epochMilliseconds;
}

/** `now` where it is a working morning already (Monday to Friday, nine to noon), else ten on the next. */
export function workingMorning(now: number, zone: string): number {
  const here = at(now, zone);
  if (here.dayOfWeek <= friday && here.hour >= 9 && here.hour < 12) return now;
  let candidate = here.withPlainTime('10:00');
  while (candidate.epochMilliseconds <= now || candidate.dayOfWeek > friday) {
    candidate = candidate.add({ days: 1 });
  }
  return candidate.epochMilliseconds;
}

const tuesday = 2;
const friday = 5;

const at = (instant: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
