import { describe, expect, it } from 'vitest';
import { createFormat } from '#web/catalogue/format.ts';

const now = new Date('2026-11-17T16:42:00Z'); // Tuesday, 11:42 in Portsmouth
const format = createFormat('en-US', 'America/New_York', now);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('numbers', () => {
  it('groups thousands, gives a share one decimal and a nothing of nothing zero', () => {
    expect(format.number(7060)).toBe('7,060');
    expect(format.share(123, 728)).toBe('16.9%');
    expect(format.share(0, 0)).toBe('0%');
  });

  it('counts with the word that the language asks for', () => {
    const words = { one: 'contact', other: 'contacts' };
    expect([0, 1, 2, 7060].map((n) => format.count(n, words))).toEqual([
      '0 contacts',
      '1 contact',
      '2 contacts',
      '7,060 contacts',
    ]);
  });

  it('shows micros as money with cents, and the price of one thing to four places', () => {
    expect(format.money(14_700_000, 'USD')).toBe('$14.70');
    expect(format.money(14_700_000n, 'EUR')).toBe('€14.70');
    expect(format.unitPrice(11_200, 'USD')).toBe('$0.0112');
  });

  it('tells sizes and lists', () => {
    expect(format.bytes(50_000_000)).toBe('50 MB');
    expect(format.bytes(1)).toBe('1 byte');
    expect(format.list(['Ruth', 'Curtis', 'Ana'])).toBe('Ruth, Curtis, and Ana');
  });
});

describe('durations', () => {
  it.each([
    [0, '1 sec'],
    [8000, '8 sec'],
    [3 * MINUTE + 12_000, '3 min 12 sec'],
    [50 * MINUTE, '50 min'],
    [2 * HOUR + 5_000, '2 hr'],
    [26 * HOUR, '1 day 2 hr'],
    [72 * HOUR + 5 * MINUTE, '3 days'],
  ])('%i ms are told in at most two neighbouring units', (ms, told) => {
    expect(format.duration(ms)).toBe(told);
  });
});

describe('instants', () => {
  it('today is told by the hour alone, its neighbours by their word, the rest by weekday and date', () => {
    expect(format.moment('2026-11-17T14:00:00Z')).toBe('9:00 AM');
    expect(format.moment('2026-11-18T14:00:00Z')).toBe('tomorrow, 9:00 AM');
    expect(format.moment('2026-11-16T14:00:00Z')).toBe('yesterday, 9:00 AM');
    expect(format.moment('2026-11-20T14:00:00Z')).toBe('Fri, Nov 20, 9:00 AM');
    expect(format.date('2027-03-15T14:00:00Z')).toBe('Mon, Mar 15, 2027');
  });

  it('a day ends at midnight of the zone, not of Greenwich', () => {
    expect(format.day('2026-11-18T04:59:00Z')).toBe('today');
    expect(format.day('2026-11-18T05:00:00Z')).toBe('tomorrow');
  });

  it('a time that binds someone elsewhere is told in their zone', () => {
    expect(format.time('2026-11-17T16:42:00Z', 'Europe/Brussels')).toBe('5:42 PM');
    expect(format.zoneName('America/New_York')).toBe('Eastern Time');
  });

  it('an input for a date and hour gets them as the zone has them', () => {
    expect(format.inputValue('2026-11-18T02:05:00Z')).toBe('2026-11-17T21:05');
    expect(format.inputValue('2026-11-17T05:00:00Z')).toBe('2026-11-17T00:00');
  });
});
