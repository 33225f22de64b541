import { expect, test } from 'vitest';
import { partyNumber } from '#domain/openphone/party-number.ts';

test.each([
  ['+16035550101', '+16035550161', '+16035550101'],
  ['(603) 555-0101', '+16035550161', '+16035550101'],
  ['0470 12 34 56', '+32470654321', '+32470123456'],
  ['44556', '+16035550161', null],
  ['anonymous', '+16035550161', null],
  ['', '+16035550161', null],
])('%j that wrote to %s is %s', (written, ours, number) => {
  expect(partyNumber(written, ours)).toBe(number);
});
