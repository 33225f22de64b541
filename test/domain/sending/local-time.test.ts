import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayOf,
  instantOf,
  isZone,
  localTime,
  weekdayOf,
} from '#domain/sending/local-time.ts';

const at = (iso: string) => Date.parse(iso);
const zone = fc.constantFrom(
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Europe/Brussels',
  'Pacific/Chatham',
  'UTC',
);
const instant = fc.integer({ min: at('2024-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') });

/** The runtime's own calendar, as a second opinion. */
function shown(instant: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant);
  const part = (type: string) => parts.find((each) => each.type === type)?.value;
  return `${part('year')}-${part('month')}-${part('day')} ${Number(part('hour')) * 60 + Number(part('minute'))}`;
}

describe('the clock of a place', () => {
  test('shows what the calendar of the runtime shows, at any instant, asked twice', () => {
    fc.assert(
      fc.property(zone, instant, (zone, instant) => {
        for (const near of [instant, instant + 1, instant - 59_999]) {
          const local = localTime(near, zone);
          expect(`${local.day} ${local.minute}`).toBe(shown(near, zone));
          expect(local.weekday).toBe(weekdayOf(local.day));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a day holds the instants that it says it holds', () => {
    fc.assert(
      fc.property(zone, instant, (zone, instant) => {
        const { day, from, to } = dayOf(instant, zone);
        expect(from <= instant && instant < to).toBe(true);
        expect([
          localTime(from, zone).day,
          localTime(to - 1, zone).day,
          localTime(to, zone).day,
        ]).toEqual([day, day, addDays(day, 1)]);
      }),
      { numRuns: 300 },
    );
  });

  test('minutes beyond midnight belong to the next day', () => {
    expect(instantOf('2026-11-17', 1440, 'UTC')).toBe(at('2026-11-18T00:00:00Z'));
    expect(instantOf('2026-12-31', 1440 + 540, 'UTC')).toBe(at('2027-01-01T09:00:00Z'));
  });

  test('days are counted over months, years and the change of clocks', () => {
    expect([
      addDays('2026-02-28', 1),
      addDays('2028-02-28', 1),
      addDays('2026-12-31', 1),
      addDays('2026-03-01', -1),
    ]).toEqual(['2026-03-01', '2028-02-29', '2027-01-01', '2026-02-28']);
    expect(['2026-11-16', '2026-11-22'].map(weekdayOf)).toEqual([1, 7]);
  });

  test('a zone is a name of a place', () => {
    expect(['America/New_York', 'UTC', 'EST', '+05:00', 'Mars/Olympus', ''].map(isZone)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
