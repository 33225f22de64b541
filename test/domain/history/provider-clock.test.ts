import { expect, test } from 'vitest';
import { believed } from '#domain/history/provider-clock.ts';

test.each([
  ['of the past', -3_600_000, -3_600_000],
  ['a little ahead', 300_000, 300_000],
  ['far ahead', 300_001, 0],
])('an instant %s is believed as far as clocks may differ', (_, ahead, taken) => {
  const now = Date.parse('2026-11-20T12:00:00Z');
  expect(believed(now + ahead, now)).toBe(now + taken);
});
