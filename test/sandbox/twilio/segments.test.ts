import { expect, test } from 'vitest';
import { segmentsOf } from '../../../sandbox/twilio/segments.ts';

test.each([
  ['a plain text of 160', 'a'.repeat(160), 1],
  ['one more makes two parts', 'a'.repeat(161), 2],
  ['two full parts', 'a'.repeat(306), 2],
  ['three parts', 'a'.repeat(307), 3],
  ['a euro sign counts twice', '€'.repeat(81), 2],
  ['an escaped sign is never split over parts', `${'a'.repeat(152)}€${'a'.repeat(152)}`, 3],
  ['a letter outside GSM-7 makes the text UCS-2', `ő${'a'.repeat(69)}`, 1],
  ['and holds 70', `ő${'a'.repeat(70)}`, 2],
  ['an emoji takes two places', '😀'.repeat(35), 1],
  ['and is never split over parts', `${'ő'.repeat(66)}😀${'a'.repeat(66)}`, 3],
  ['an empty text still costs one', '', 1],
])('%s', (_, text, segments) => {
  expect(segmentsOf(text)).toBe(segments);
});
