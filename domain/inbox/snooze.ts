import { addDays, instantOf, localTime, weekdayOf } from '#domain/sending/local-time.ts';

export const snoozePresets = ['three-hours', 'evening', 'tomorrow', 'monday', 'week'] as const;

export type SnoozePreset = (typeof snoozePresets)[number];

const morning = 8 * 60;
const evening = 17 * 60;
const hourMs = 3_600_000;

/**
 * Until when a conversation may rest, by the clock of the desk: those that are in the future and
 * differ, earliest first.
 * @param now epoch milliseconds; `zone` is where the desk stands
 */
export function snoozeTimes(now: number, zone: string): { preset: SnoozePreset; until: number }[] {
  const { day } = localTime(now, zone);
  const untilMonday = 8 - weekdayOf(day);
  const times = [
    { preset: 'three-hours', until: now + 3 * hourMs },
    { preset: 'evening', until: instantOf(day, evening, zone) },
    { preset: 'tomorrow', until: instantOf(addDays(day, 1), morning, zone) },
    { preset: 'monday', until: instantOf(addDays(day, untilMonday), morning, zone) },
    { preset: 'week', until: instantOf(addDays(day, 7), morning, zone) },
  ] as const;
  return times
    .filter(({ until }) => until > now + hourMs / 2)
    .filter(({ until }, at, all) => all.findIndex((one) => one.until === until) === at)
    .toSorted((a, b) => a.until - b.until);
}

export function snoozeUntil(preset: SnoozePreset, now: number, zone: string): number | null {
  return snoozeTimes(now, zone).find((time) => time.preset === preset)?.until ?? null;
}
