import { expect, it } from 'vitest';
import { phoneText } from '#domain/contacts/phone-text.ts';

it('a number is written as people read it where it belongs', () => {
  expect(phoneText('+16035550161')).toBe('(603) 555-0161');
  expect(phoneText('+32470123456')).toBe('+32 470 12 34 56');
});

it('what is no number is left as it is', () => {
  expect(phoneText('12345')).toBe('12345');
});
