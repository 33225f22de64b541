import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDate } from '#domain/contacts/dates.ts';

test.each([
  ['2024-03-01', '2024-03-01'],
  ['2024-03-01T23:59:00Z', '2024-03-01'],
  ['03/01/2024', '2024-03-01'],
  ['3/1/24', '2024-03-01'],
  ['03/01/2024 10:30 AM', '2024-03-01'],
  ['18-9-2026', '2026-09-18'],
  ['8-5-2021', '2021-05-08'],
  ['8.5.2021', '2021-05-08'],
  ['Mar 3, 2024', '2024-03-03'],
  ['September 16 2026', '2026-09-16'],
  ['3 maart 2024', '2024-03-03'],
  ['1er août 2023', '2023-08-01'],
  ['5 de marzo de 2024', '2024-03-05'],
  ['45411', '2024-04-29'],
  ['45411.75', '2024-04-29'],
])('%s is %s', (cell, day) => {
  expect(readDate(cell)).toBe(day);
});

test.each([
  '',
  'TBD',
  '2019?',
  'spring 2020',
  '2024',
  '13/01/2024',
  '02/30/2024',
  '31-4-2024',
  '1-2-24',
  'jui 3, 2024',
  '2024-13-01',
  '999999',
])('"%s" is no day', (cell) => {
  expect(readDate(cell)).toBeNull();
});

describe('a list that writes the day first', () => {
  test('reads slashes so, and nothing else', () => {
    expect(readDate('03/01/2024', 'day-first')).toBe('2024-01-03');
    expect(readDate('12/31/2024', 'day-first')).toBeNull();
    expect(readDate('2024-03-01', 'day-first')).toBe('2024-03-01');
  });
});

test('every day of the years 1955 to 2118 has its Excel serial', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20_200, max: 79_999 }), (serial) => {
      const day = readDate(String(serial));
      expect((Date.parse(day ?? '') - Date.UTC(1899, 11, 30)) / 86_400_000).toBe(serial);
    }),
  );
});
