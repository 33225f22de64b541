import { describe, expect, test } from 'vitest';
import { costlyCharacters, countSegments } from '#domain/sending/segments.ts';

const x = (count: number) => 'x'.repeat(count);

describe('segments of a text', () => {
  test.each([
    ['160 basic', x(160), 'GSM-7', 1, 1120],
    ['161 basic', x(161), 'GSM-7', 2, 1127],
    ['306 basic', x(306), 'GSM-7', 2, 2142],
    ['307 basic', x(307), 'GSM-7', 3, 2149],
    ['158 and €', `${x(158)}€`, 'GSM-7', 1, 1120],
    ['159 and €', `${x(159)}€`, 'GSM-7', 2, 1127],
    ['70 á', 'á'.repeat(70), 'UCS-2', 1, 1120],
    ['71 á', 'á'.repeat(71), 'UCS-2', 2, 1136],
    ['134 á', 'á'.repeat(134), 'UCS-2', 2, 2144],
    ['135 á', 'á'.repeat(135), 'UCS-2', 3, 2160],
    ['35 emoji', '😀'.repeat(35), 'UCS-2', 1, 1120],
    ['36 emoji', '😀'.repeat(36), 'UCS-2', 2, 1152],
    ['flag and 66', `🇮🇹${x(66)}`, 'UCS-2', 1, 1120],
    ['flag and 67', `🇮🇹${x(67)}`, 'UCS-2', 2, 1136],
  ])('%s', (_name, text, encoding, segments, content) => {
    const counted = countSegments(text);
    expect(counted).toMatchObject({ encoding, segments });
    expect(counted.units * (encoding === 'GSM-7' ? 7 : 16)).toBe(content);
  });

  test('an empty text is billed as nothing', () => {
    expect(countSegments('')).toMatchObject({ segments: 0, units: 0 });
  });

  test.each([
    ['mañana', 'GSM-7'],
    ['días', 'UCS-2'],
    ['Ça', 'GSM-7'],
    ['ça', 'UCS-2'],
    ['geïnteresseerd', 'UCS-2'],
    ['à è é ì ò ù Ç ñ ü ä ö å ø æ ß ¿ ¡', 'GSM-7'],
  ])('%s is %s', (text, encoding) => {
    expect(countSegments(text).encoding).toBe(encoding);
  });

  test('smart encoding replaces typographic signs and strips no accent', () => {
    const typed = 'Don’t — “x”';
    expect(countSegments(typed).encoding).toBe('UCS-2');
    expect(countSegments(typed, true).encoding).toBe('GSM-7');
    expect(countSegments('días', true).encoding).toBe('UCS-2');
  });

  test('the characters that cost a second alphabet are named', () => {
    expect(costlyCharacters('Ça va, où? ça… días')).toEqual(['ç', '…', 'í']);
    expect(costlyCharacters('')).toEqual([]);
  });

  test('room says how much the segments so far hold', () => {
    expect([x(1), x(161), 'á', 'á'.repeat(71)].map((text) => countSegments(text).room)).toEqual([
      160, 306, 70, 134,
    ]);
  });
});
