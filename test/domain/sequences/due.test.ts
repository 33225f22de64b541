import { describe, expect, test } from 'vitest';
import type { WaitStep, WaitUntilStep } from '#domain/sequences/step.ts';
import { dueAfter } from '#domain/sequences/due.ts';

const newYork = 'America/New_York';
const wait = (amount: number, unit: WaitStep['unit']): WaitStep => ({
  id: 'w',
  kind: 'wait',
  amount,
  unit,
});
const until = (hour: number, minute = 0, days?: WaitUntilStep['days']): WaitUntilStep => ({
  id: 'u',
  kind: 'wait-until',
  hour,
  minute,
  ...(days ? { days } : {}),
});
const due = (iso: string, ...waits: (WaitStep | WaitUntilStep)[]) =>
  new Date(dueAfter(waits, Date.parse(iso), newYork)).toISOString();

describe('waits', () => {
  test('nothing to wait for is due at once', () => {
    expect(due('2026-11-17T15:00:00Z')).toBe('2026-11-17T15:00:00.000Z');
  });

  test('minutes and hours are as long as they are, also when the clocks change', () => {
    expect(due('2026-11-17T15:00:00Z', wait(90, 'minutes'))).toBe('2026-11-17T16:30:00.000Z');
    expect(due('2026-03-08T05:00:00Z', wait(24, 'hours'))).toBe('2026-03-09T05:00:00.000Z');
  });

  test('days keep the hour when the clocks change', () => {
    expect(due('2026-03-07T14:00:00Z', wait(1, 'days'))).toBe('2026-03-08T13:00:00.000Z');
    expect(due('2026-10-31T13:00:00Z', wait(3, 'days'))).toBe('2026-11-03T14:00:00.000Z');
  });

  test('until an hour is today where it still comes, else tomorrow', () => {
    expect(due('2026-11-17T13:00:00Z', until(9))).toBe('2026-11-17T14:00:00.000Z');
    expect(due('2026-11-17T15:00:00Z', until(9))).toBe('2026-11-18T14:00:00.000Z');
  });

  test('the minute itself has come, and nothing is due in the past', () => {
    expect(due('2026-11-17T14:00:10Z', until(9))).toBe('2026-11-17T14:00:10.000Z');
    expect(due('2026-11-17T14:01:00Z', until(9))).toBe('2026-11-18T14:00:00.000Z');
  });

  test('until an hour on certain days', () => {
    expect(due('2026-11-20T15:00:00Z', until(9, 30, [1]))).toBe('2026-11-23T14:30:00.000Z');
    expect(due('2026-11-20T15:00:00Z', until(9, 0, [5]))).toBe('2026-11-27T14:00:00.000Z');
  });

  test('an hour that is skipped that day comes when the clocks have moved', () => {
    expect(due('2026-03-08T05:00:00Z', until(2, 30))).toBe('2026-03-08T07:30:00.000Z');
  });

  test('waits add up in their order', () => {
    expect(due('2026-11-17T22:00:00Z', wait(3, 'days'), until(9))).toBe('2026-11-21T14:00:00.000Z');
    expect(due('2026-11-17T22:00:00Z', until(9), wait(3, 'days'))).toBe('2026-11-21T14:00:00.000Z');
    expect(due('2026-11-17T22:00:00Z', until(9), wait(2, 'hours'))).toBe(
      '2026-11-18T16:00:00.000Z',
    );
  });

  test('the hour is the hour of the person', () => {
    const brussels = dueAfter([until(9)], Date.parse('2026-11-17T15:00:00Z'), 'Europe/Brussels');
    expect(new Date(brussels).toISOString()).toBe('2026-11-18T08:00:00.000Z');
  });
});
