import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { costOf } from '#domain/campaigns/cost.ts';
import { placeFollowUp, placesOf, roomUnder } from '#domain/campaigns/places.ts';
import { forecast, type PlanInput } from '#domain/campaigns/plan.ts';
import type { CampaignWindow } from '#domain/sending/open-hours.ts';
import { campaignHours, isOpen } from '#domain/sending/window.ts';
import type { WaitStep } from '#domain/sequences/step.ts';

const newYork = 'America/New_York';
const office: CampaignWindow = { days: [1, 2, 3, 4, 5], from: 9 * 60, to: 18 * 60, zone: newYork };
const tuesday = Date.parse('2026-11-17T10:00:00-05:00');
const days = (amount: number): WaitStep => ({ id: 'w', kind: 'wait', amount, unit: 'days' });
const at = (iso: string) => Date.parse(iso);

const plan = (change: Partial<PlanInput>) =>
  forecast({ from: tuesday, window: office, people: 100, waits: [[]], room: () => 125, ...change });
const shown = (change: Partial<PlanInput>) =>
  plan(change).days.map(({ day, first, followUps }) => `${day.slice(5)} ${first}+${followUps}`);

describe('what a campaign will do', () => {
  test('those who fit go today, the rest on the next working days', () => {
    expect(shown({ people: 600 })).toEqual([
      '11-17 125+0',
      '11-18 125+0',
      '11-19 125+0',
      '11-20 125+0',
      '11-23 100+0',
    ]);
  });

  test('follow-ups go before new people, who then wait', () => {
    expect(shown({ people: 250, waits: [[], [days(1)]] })).toEqual([
      '11-17 125+0',
      '11-18 0+125',
      '11-19 125+0',
      '11-20 0+125',
    ]);
  });

  test('a follow-up that falls on a weekend goes on Monday, before new people', () => {
    expect(shown({ people: 700, waits: [[], [days(3)]] }).slice(3, 6)).toEqual([
      '11-20 0+125',
      '11-23 0+125',
      '11-24 0+125',
    ]);
  });

  test('a wait of an hour is a day, because a person gets one message in 24 hours', () => {
    const hour: WaitStep = { id: 'w', kind: 'wait', amount: 1, unit: 'hours' };
    expect(shown({ people: 5, waits: [[], [hour]] })).toEqual(['11-17 5+0', '11-18 0+5']);
  });

  test('launched after closing time it begins the next morning', () => {
    expect(plan({ from: at('2026-11-20T18:00:00-05:00') }).startsAt).toBe(
      at('2026-11-23T09:00:00-05:00'),
    );
    expect(plan({}).startsAt).toBe(tuesday);
  });

  test('days on which others have taken the room are left out', () => {
    const room = (day: string) => (day === '2026-11-18' ? 0 : 40);
    expect(shown({ room })).toEqual(['11-17 40+0', '11-19 40+0', '11-20 20+0']);
  });

  test('the end is about as far into the last day as its share', () => {
    expect(plan({ people: 250 }).finishesAt).toBe(at('2026-11-18T18:00:00-05:00'));
    expect(plan({ people: 125 + 25 }).finishesAt).toBe(at('2026-11-18T10:48:00-05:00'));
  });

  test('without room on any day people are told apart as unplaced', () => {
    expect(plan({ room: () => 0 })).toMatchObject({
      days: [],
      messages: 0,
      startsAt: null,
      finishesAt: null,
      unplaced: 100,
    });
    expect(plan({ window: { ...office, days: [] } }).unplaced).toBe(100);
  });

  test('nobody, or a sequence without messages, is nothing to do', () => {
    expect(plan({ people: 0 })).toMatchObject({ days: [], unplaced: 0 });
    expect(plan({ waits: [] })).toMatchObject({ days: [], messages: 0 });
  });

  test('seven thousand people and three messages are planned at once', () => {
    const started = performance.now();
    const whole = plan({ people: 7060, waits: [[], [days(3)], [days(4)]] });
    expect(whole.messages).toBe(3 * 7060);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('whatever the audience and the limits', () => {
  const input = fc.record({
    people: fc.integer({ min: 0, max: 900 }),
    limit: fc.integer({ min: 1, max: 300 }),
    waits: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }),
    from: fc.integer({ min: tuesday, max: tuesday + 200 * 24 * 3_600_000 }),
    weekdays: fc.uniqueArray(fc.constantFrom(...([1, 2, 3, 4, 5, 6, 7] as const)), {
      minLength: 1,
    }),
  });

  test('everybody is placed once, every message is counted once, no day is overfull', () => {
    fc.assert(
      fc.property(input, ({ people, limit, waits, from, weekdays }) => {
        const window = { ...office, days: weekdays };
        const whole = plan({
          from,
          window,
          people,
          waits: [[], ...waits.map((n) => [days(n)])],
          room: () => limit,
        });
        const first = whole.days.reduce((sum, day) => sum + day.first, 0);
        expect(first + whole.unplaced).toBe(people);
        expect(whole.messages).toBeLessThanOrEqual(people * (waits.length + 1));
        for (const day of whole.days) {
          expect(day.first + day.followUps).toBeLessThanOrEqual(limit);
          expect(isOpen(day.opensAt, [campaignHours(window)])).toBe(true);
        }
        const places = placesOf(whole, 'over-the-day');
        expect(places.reduce((sum, { count }) => sum + count, 0)).toBe(first);
        for (const place of places) {
          expect(
            isOpen(place.from + (place.count - 1) * place.everyMs, [campaignHours(window)]),
          ).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('day and place', () => {
  test('ranks run on from day to day, all at opening or spread over the hours', () => {
    const whole = plan({ people: 200 });
    expect(placesOf(whole, 'at-opening')).toEqual([
      { day: '2026-11-17', firstRank: 0, count: 125, from: tuesday, everyMs: 0 },
      {
        day: '2026-11-18',
        firstRank: 125,
        count: 75,
        from: at('2026-11-18T09:00:00-05:00'),
        everyMs: 0,
      },
    ]);
    expect(placesOf(whole, 'over-the-day').map(({ everyMs }) => everyMs)).toEqual([
      (8 * 3_600_000) / 125,
      (9 * 3_600_000) / 75,
    ]);
  });

  test('a follow-up goes when it is due if the day has room, else when the next such day opens', () => {
    const due = at('2026-11-20T11:00:00-05:00');
    expect(placeFollowUp(due, office, () => 1)).toEqual({ day: '2026-11-20', at: due });
    expect(placeFollowUp(due, office, (day) => (day === '2026-11-20' ? 0 : 1))).toEqual({
      day: '2026-11-23',
      at: at('2026-11-23T09:00:00-05:00'),
    });
    expect(placeFollowUp(due, office, () => 0)).toBeNull();
  });

  test('room is what both limits leave', () => {
    const room = roomUnder({
      campaign: { limit: 125, promised: new Map([['2026-11-17', 100]]) },
      workspace: {
        limit: 200,
        promised: new Map([
          ['2026-11-17', 150],
          ['2026-11-18', 190],
          ['2026-11-19', 300],
        ]),
      },
    });
    expect(['2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'].map(room)).toEqual([
      25, 10, 0, 125,
    ]);
  });
});

test('the cost counts segments by provider and country and names what has no price', () => {
  const groups = [
    { provider: 'twilio', country: 'US', segments: 1, messages: 100 },
    { provider: 'twilio', country: 'US', segments: 2, messages: 10 },
    { provider: 'twilio', country: 'AQ', segments: 1, messages: 3 },
    { provider: 'openphone', country: 'US', segments: 1, messages: 4 },
  ] as const;
  expect(costOf(groups)).toEqual({
    micros: 120 * 10_900,
    currency: 'USD',
    messages: 117,
    segments: 127,
    unpriced: 7,
  });
});
