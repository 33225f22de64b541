import { describe, expect, test } from 'vitest';
import { snoozeTimes, snoozeUntil } from '#domain/inbox/snooze.ts';

const zone = 'America/New_York';
const at = (text: string) => Date.parse(text);
const times = (now: string) =>
  snoozeTimes(at(now), zone).map(({ preset, until }) => [preset, new Date(until).toISOString()]);

describe('a conversation may rest', () => {
  test('for hours, until the evening, tomorrow, Monday or a week, by the clock of the desk', () => {
    expect(times('2026-11-17T15:00:00Z')).toEqual([
      ['three-hours', '2026-11-17T18:00:00.000Z'],
      ['evening', '2026-11-17T22:00:00.000Z'],
      ['tomorrow', '2026-11-18T13:00:00.000Z'],
      ['monday', '2026-11-23T13:00:00.000Z'],
      ['week', '2026-11-24T13:00:00.000Z'],
    ]);
  });

  test('never until an evening that has begun, nor twice until the same moment', () => {
    const presets = times('2026-11-15T23:00:00Z').map(([preset]) => preset);
    expect(presets).toEqual(['three-hours', 'tomorrow', 'week']);
  });

  test('until eight in the morning also across the change of the clocks', () => {
    expect(snoozeUntil('tomorrow', at('2026-10-31T15:00:00Z'), zone)).toBe(
      at('2026-11-01T13:00:00Z'),
    );
  });
});
