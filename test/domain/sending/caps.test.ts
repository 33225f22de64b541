import { describe, expect, test } from 'vitest';
import { countWithin, freeFrom, personSpans, roomFrom, usedOn } from '#domain/sending/caps.ts';
import type { DayLimit } from '#domain/sending/facts.ts';
import { portsmouth, tuesday } from './world.ts';

const { day, week } = personSpans;

describe('messages to one person', () => {
  test('a day later to the millisecond the message is forgotten', () => {
    const sent = [tuesday];
    expect(freeFrom(sent, tuesday + 1, 1, day)).toBe(tuesday + day);
    expect(countWithin(sent, tuesday + day - 1, day)).toBe(1);
    expect(countWithin(sent, tuesday + day, day)).toBe(0);
  });

  test('the cap is free when the count is below it, and not before', () => {
    const sent = [0, 1, 2, 5].map((days) => tuesday - days * day);
    const free = freeFrom(sent, tuesday, 3, week);
    expect(free).toBe(tuesday + 5 * day);
    expect(countWithin(sent, free, week)).toBe(2);
    expect(countWithin(sent, free - 1, week)).toBe(3);
  });

  test('with fewer messages than the cap it is free at once', () => {
    expect(freeFrom([], tuesday, 1, day)).toBe(tuesday);
    expect(freeFrom([tuesday, tuesday - 1], tuesday, 3, week)).toBe(tuesday);
  });
});

describe('messages of a day', () => {
  const limit: DayLimit = {
    scope: 'campaign',
    limit: 125,
    used: 125,
    day: '2026-11-17',
    zone: portsmouth,
  };

  test('a full day ends at midnight on its own clock', () => {
    expect(roomFrom(limit, tuesday)).toBe(Date.parse('2026-11-18T05:00:00Z'));
    expect(roomFrom({ ...limit, used: 124 }, tuesday)).toBe(tuesday);
  });

  test('on the day when the clocks go back it lasts an hour longer', () => {
    const sunday = { ...limit, day: '2026-11-01' };
    expect(roomFrom(sunday, Date.parse('2026-11-01T04:00:00Z'))).toBe(
      Date.parse('2026-11-02T05:00:00Z'),
    );
  });

  test('a new day has used nothing', () => {
    expect(usedOn(limit, Date.parse('2026-11-18T04:59:59.999Z'))).toBe(125);
    expect(usedOn(limit, Date.parse('2026-11-18T05:00:00Z'))).toBe(0);
  });
});
