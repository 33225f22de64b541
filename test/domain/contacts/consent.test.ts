import { expect, test } from 'vitest';
import { readConsent } from '#domain/contacts/consent.ts';

test.each([
  ...['Yes', 'Y', '1', 'yes', 'YES ', 'true', 'Oui', 'sí', 'ja', 'opted-in'].map((cell) => [
    cell,
    'given',
  ]),
  ...['No', 'n', '0', 'opt-out', 'OPT-OUT', 'Opted out', 'unsubscribed', 'nee', 'non'].map(
    (cell) => [cell, 'refused'],
  ),
  ...['', '  ', '\u00A0'].map((cell) => [cell, 'blank']),
  ...['maybe', 'x', '2', 'TBD'].map((cell) => [cell, null]),
])('a consent cell of "%s" is %s', (cell, consent) => {
  expect(readConsent(cell!)).toBe(consent);
});
