import { addDays, daysLater, instantOf, localTime, weekdayOf } from '#domain/sending/local-time.ts';
import type { WaitStep, WaitUntilStep } from './step.ts';

type Wait = WaitStep | WaitUntilStep;

const hour = 3_600_000;

/**
 * When the waits are over that begin at `at`, one after the other.
 * Days are days of the person's calendar, so nine o'clock stays nine o'clock when the clocks change;
 * hours and minutes are as long as they are.
 */
export function dueAfter(waits: readonly Wait[], at: number, zone: string): number {
  return waits.reduce((from, wait) => after(wait, from, zone), at);
}

function after(wait: Wait, at: number, zone: string): number {
  if (wait.kind === 'wait-until') return nextHour(wait, at, zone);
  switch (wait.unit) {
    case 'minutes':
      return at + (wait.amount * hour) / 60;
    case 'hours':
      return at + wait.amount * hour;
    case 'days':
      return daysLater(at, wait.amount, zone);
  }
}

/** The minute itself counts as reached: a message of 9:00:10 and a wait of a day end at nine, not a day late. */
function nextHour(wait: WaitUntilStep, at: number, zone: string): number {
  const today = localTime(at, zone).day;
  const days = Array.from({ length: 9 }, (_, ahead) => addDays(today, ahead)).filter(
    (day) => !wait.days?.length || wait.days.includes(weekdayOf(day)),
  );
  const minute = wait.hour * 60 + wait.minute;
  const instants = days.map((day) => instantOf(day, minute, zone));
  return Math.max(at, instants.find((instant) => instant + 60_000 > at) ?? at);
}
