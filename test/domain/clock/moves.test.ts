import { describe, expect, it } from 'vitest';
import { clockMoveMs, nextTuesdayMorning, workingMorning } from '#domain/clock/moves.ts';

const zone = 'America/New_York';
const hour = 3_600_000;
const at = (text: string) => Date.parse(text);

describe('moving the clock', () => {
  it('an hour is an hour', () => {
    expect(clockMoveMs('hour', at('2026-11-20T15:00:00-05:00'), zone)).toBe(hour);
  });

  it('tomorrow is nine o’clock on the next day of the workspace, also late at night', () => {
    expect(clockMoveMs('tomorrow', at('2026-11-20T23:30:00-05:00'), zone)).toBe(9.5 * hour);
  });

  it('three days keep the hour of the day when the clocks change in between', () => {
    expect(clockMoveMs('three-days', at('2026-10-31T10:00:00-04:00'), zone)).toBe(73 * hour);
  });
});

describe('a working morning', () => {
  it('of a fresh start is the next Tuesday at ten', () => {
    const next = (from: string) => new Date(nextTuesdayMorning(at(from), zone)).toISOString();
    expect(next('2026-11-20T15:00:00-05:00')).toBe('2026-11-24T15:00:00.000Z');
    expect(next('2026-11-24T09:59:00-05:00')).toBe('2026-11-24T15:00:00.000Z');
    expect(next('2026-11-24T10:00:00-05:00')).toBe('2026-12-01T15:00:00.000Z');
  });

  it('is left as it is, and otherwise waited for over the weekend', () => {
    const morning = at('2026-11-24T09:30:00-05:00');
    expect(workingMorning(morning, zone)).toBe(morning);
    const friday = workingMorning(at('2026-11-20T12:00:00-05:00'), zone);
    expect(new Date(friday).toISOString()).toBe('2026-11-23T15:00:00.000Z');
    const early = workingMorning(at('2026-11-24T06:00:00-05:00'), zone);
    expect(new Date(early).toISOString()).toBe('2026-11-24T15:00:00.000Z');
  });
});
