import { Temporal } from 'temporal-polyfill';
import type { Weekday } from './open-hours.ts';

/** A date on somebody's calendar, 2026-11-17; it sorts as text. */
export type Day = string;

export type LocalTime = { day: Day; weekday: Weekday; minute: number };

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

/** What calendar and clock of the zone show at an instant of this century; seconds are dropped. */
export function localTime(at: number, zone: string): LocalTime {
  const quarter = Math.floor(at / quarterMs);
  const known = remembered(quarters, `${zone} ${quarter}`, () => asked(quarter * quarterMs, zone));
  return { ...known, minute: known.minute + Math.floor((at - quarter * quarterMs) / minuteMs) };
}

/**
 * The instant at which the zone's clock shows that minute of that day; 1440 is the next midnight.
 * A minute that the clocks skip is taken as much later, one that comes twice the first time.
 */
export function instantOf(day: Day, minute: number, zone: string): number {
  return remembered(instants, `${zone} ${day} ${minute}`, () => {
    const date = Temporal.PlainDate.from(day).add({ days: Math.floor(minute / 1440) });
    const plainTime = Temporal.PlainTime.from({
      hour: Math.floor((minute % 1440) / 60),
      minute: minute % 60,
    });
    return date.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds;
  });
}

/** The day that an instant belongs to in a zone; 23, 24 or 25 hours long, end excluded. */
export function dayOf(at: number, zone: string): { day: Day; from: number; to: number } {
  const { day } = localTime(at, zone);
  return { day, from: instantOf(day, 0, zone), to: instantOf(day, 1440, zone) };
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(day) + count * dayMs).toISOString().slice(0, 10);
}

export function weekdayOf(day: Day): Weekday {
  return (new Date(Date.parse(day)).getUTCDay() || 7) as Weekday;
}

/** The same clock time some days later, as people count days. */
export function daysLater(at: number, days: number, zone: string): number {
  return zoned(at, zone).add({ days }).epochMilliseconds;
}

export function isZone(name: string): boolean {
  try {
    zoned(0, name);
    return name.includes('/') || name === 'UTC';
  } catch {
    return false;
  }
}

/** Clocks are changed and days begin on quarters of an hour, in every zone of this century. */
const quarterMs = 15 * minuteMs;

/** The gate asks for the same hours and days again and again, and asking a zone is most of what it costs. */
const quarters = new Map<string, LocalTime>();
const instants = new Map<string, number>();
const most = 20_000;

function remembered<T>(memory: Map<string, T>, key: string, find: () => T): T {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const found = find();
  if (memory.size >= most) memory.clear();
  memory.set(key, found);
  return found;
}

function asked(at: number, zone: string): LocalTime {
  const local = zoned(at, zone);
  return {
    day: local.toPlainDate().toString(),
    weekday: local.dayOfWeek as Weekday,
    minute: local.hour * 60 + local.minute,
  };
}

function zoned(at: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(zone);
}
