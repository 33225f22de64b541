import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { laws } from '#domain/sending/laws.ts';
import { dayOf, instantOf } from '#domain/sending/local-time.ts';
import type { CampaignWindow, OpenHours } from '#domain/sending/open-hours.ts';
import {
  campaignHours,
  isOpen,
  legalHours,
  nextOpening,
  sameHours,
  windowProblem,
} from '#domain/sending/window.ts';

const newYork = 'America/New_York';
const losAngeles = 'America/Los_Angeles';
const at = (iso: string) => Date.parse(iso);
const hours = (n: number) => n * 60;
const weekdays = [1, 2, 3, 4, 5] as const;
const everyDay = [1, 2, 3, 4, 5, 6, 7] as const;

const office: CampaignWindow = { days: weekdays, from: hours(9), to: hours(18), zone: newYork };
const night: CampaignWindow = { days: everyDay, from: hours(20), to: hours(9), zone: newYork };
const american = [{ country: 'US', state: null }];
const opening = (iso: string, ...windows: OpenHours[]) => {
  const instant = nextOpening(at(iso), windows);
  return instant === null ? null : new Date(instant).toISOString();
};

describe('the campaign window', () => {
  test('nine in winter and nine in summer are different instants', () => {
    expect(isOpen(at('2026-01-15T14:00:00Z'), [campaignHours(office)])).toBe(true);
    expect(isOpen(at('2026-01-15T13:59:59.999Z'), [campaignHours(office)])).toBe(false);
    expect(isOpen(at('2026-07-15T13:00:00Z'), [campaignHours(office)])).toBe(true);
    expect(isOpen(at('2026-07-15T12:59:59.999Z'), [campaignHours(office)])).toBe(false);
  });

  test('its end does not belong to it', () => {
    expect(isOpen(at('2026-01-15T22:59:59.999Z'), [campaignHours(office)])).toBe(true);
    expect(isOpen(at('2026-01-15T23:00:00Z'), [campaignHours(office)])).toBe(false);
  });

  test('Friday evening waits for Monday', () => {
    expect(opening('2026-11-20T23:00:00Z', campaignHours(office))).toBe('2026-11-23T14:00:00.000Z');
  });

  test('a window over midnight belongs to the day it starts', () => {
    const fridayNight = campaignHours({ ...night, days: [5] });
    expect(isOpen(at('2026-11-21T03:00:00Z'), [fridayNight])).toBe(true);
    expect(isOpen(at('2026-11-21T13:59:00Z'), [fridayNight])).toBe(true);
    expect(isOpen(at('2026-11-21T14:00:00Z'), [fridayNight])).toBe(false);
    expect(isOpen(at('2026-11-20T13:00:00Z'), [fridayNight])).toBe(false);
  });

  test.each([
    [{ ...office, days: [] }, 'no-days'],
    [{ ...office, to: office.from }, 'no-hours'],
    [{ ...office, to: 1441 }, 'no-hours'],
    [{ ...office, from: -1 }, 'no-hours'],
    [{ ...office, zone: 'America/Portsmouth' }, 'unknown-zone'],
    [{ ...office, zone: 'EST' }, 'unknown-zone'],
    [office, null],
    [night, null],
    [{ ...office, from: 0, to: 1440 }, null],
  ] as const)('%j: %s', (window, problem) => {
    expect(windowProblem(window)).toBe(problem);
  });
});

describe('where the clocks change', () => {
  test('a minute that is skipped is taken an hour later', () => {
    expect(instantOf('2026-03-08', hours(2) + 30, newYork)).toBe(at('2026-03-08T03:30:00-04:00'));
  });

  test('a minute that comes twice is taken the first time', () => {
    expect(instantOf('2026-11-01', hours(1) + 30, newYork)).toBe(at('2026-11-01T01:30:00-04:00'));
  });

  test.each([
    ['2026-03-07', newYork, 12],
    ['2026-10-31', newYork, 14],
    ['2026-06-10', newYork, 13],
    ['2026-03-28', 'Europe/Brussels', 12],
  ])('the night after %s in %s lasts %d hours', (day, zone, length) => {
    const from = instantOf(day, hours(20), zone);
    const to = instantOf(day, 1440 + hours(9), zone);
    expect((to - from) / 3_600_000).toBe(length);
    const window = [campaignHours({ ...night, zone })];
    expect([from - 1, from, to - 1, to].map((instant) => isOpen(instant, window))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('a window inside the skipped hour opens when the clocks have moved', () => {
    const early = campaignHours({ ...night, from: hours(2), to: hours(4) });
    expect(opening('2026-03-08T06:30:00Z', early)).toBe('2026-03-08T07:00:00.000Z');
    expect(isOpen(at('2026-03-08T08:00:00Z'), [early])).toBe(false);
  });

  test('Mexico City keeps its hour all year, Phoenix too', () => {
    const midnight = (day: string, zone: string) =>
      new Date(instantOf(day, 0, zone)).toISOString().slice(11, 16);
    expect(midnight('2026-01-15', 'America/Mexico_City')).toBe('06:00');
    expect(midnight('2026-07-15', 'America/Mexico_City')).toBe('06:00');
    expect(midnight('2022-07-15', 'America/Mexico_City')).toBe('05:00');
    expect(midnight('2026-07-15', 'America/Phoenix')).toBe('07:00');
  });

  test('a day is as long as it is there', () => {
    const length = (iso: string) => {
      const day = dayOf(at(iso), newYork);
      return (day.to - day.from) / 3_600_000;
    };
    expect([length('2026-03-08T12:00:00Z'), length('2026-11-01T12:00:00Z')]).toEqual([23, 25]);
    expect(dayOf(at('2026-11-18T03:00:00Z'), newYork).day).toBe('2026-11-17');
  });
});

describe('the law of the place', () => {
  const federal = (...zones: string[]) => legalHours(laws, american, zones);

  test('nine in New York is too early in Los Angeles', () => {
    const windows = [campaignHours(office), ...federal(losAngeles)];
    expect(opening('2026-01-15T14:00:00Z', ...windows)).toBe('2026-01-15T16:00:00.000Z');
    const pacificNine = [
      ...windows,
      { zones: [losAngeles], week: sameHours(weekdays, { from: hours(9), to: hours(18) }) },
    ];
    expect(opening('2026-01-15T14:00:00Z', ...pacificNine)).toBe('2026-01-15T17:00:00.000Z');
  });

  test('it closes at nine in the evening to the second', () => {
    expect(isOpen(at('2026-11-17T20:59:59-05:00'), federal(newYork))).toBe(true);
    expect(isOpen(at('2026-11-17T21:00:00-05:00'), federal(newYork))).toBe(false);
    expect(isOpen(at('2026-11-17T08:00:00-05:00'), federal(newYork))).toBe(true);
  });

  test('an area code in two zones is open only when both are', () => {
    const split = federal('America/Boise', losAngeles);
    expect(opening('2026-11-17T08:00:00-07:00', ...split)).toBe('2026-11-17T16:00:00.000Z');
    expect(isOpen(at('2026-11-17T20:30:00-07:00'), split)).toBe(true);
    expect(isOpen(at('2026-11-17T20:30:00-08:00'), split)).toBe(false);
  });

  test('a row for a state narrows the row of the country', () => {
    const kentucky = {
      ...laws[0]!,
      state: 'KY',
      week: sameHours(everyDay, { from: hours(10), to: hours(21) }),
    };
    const places = [{ country: 'US', state: 'KY' }];
    const rows = legalHours([...laws, kentucky], places, [newYork]);
    expect(opening('2026-11-17T13:00:00Z', ...rows)).toBe('2026-11-17T15:00:00.000Z');
    expect(legalHours([...laws, kentucky], american, [newYork])).toHaveLength(1);
  });

  test('Puerto Rico stands under the same law; Belgium has no hours of its own', () => {
    expect(
      legalHours(laws, [{ country: 'PR', state: null }], ['America/Puerto_Rico']),
    ).toHaveLength(1);
    expect(legalHours(laws, [{ country: 'BE', state: null }], ['Europe/Brussels'])).toEqual([]);
  });

  test('a campaign at night never meets the law', () => {
    const small = campaignHours({ ...night, from: hours(22), to: hours(7) });
    expect(nextOpening(at('2026-11-17T15:00:00Z'), [small, ...federal(newYork)])).toBeNull();
  });
});

describe('any windows at any instant', () => {
  const zone = fc.constantFrom(
    newYork,
    losAngeles,
    'Europe/Brussels',
    'America/Mexico_City',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
  );
  const window = fc.record({
    days: fc.uniqueArray(fc.constantFrom(...everyDay), { minLength: 1 }),
    from: fc.integer({ min: 0, max: 1439 }),
    to: fc.integer({ min: 0, max: 1440 }),
    zone,
  });
  const instant = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z') });

  test('the next opening is open, and nothing between now and then is', () => {
    fc.assert(
      fc.property(
        fc.array(window, { minLength: 1, maxLength: 3 }),
        instant,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (windows, now, share) => {
          const open = windows.map(campaignHours);
          const next = nextOpening(now, open);
          if (next === null) return;
          expect(isOpen(next, open)).toBe(true);
          const between = Math.floor(now + (next - now) * share);
          expect(nextOpening(Math.min(between, next), open)).toBe(next);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('one window of any shape but an empty one opens within eight days', () => {
    fc.assert(
      fc.property(window, instant, (one, now) => {
        if (one.from === one.to) return;
        expect(nextOpening(now, [campaignHours(one)])).not.toBeNull();
      }),
      { numRuns: 300 },
    );
  });
});
