import { expect, test } from 'vitest';
import { countryOfInternational, readCountry } from '#domain/contacts/country.ts';

test.each([
  ['USA', 'US'],
  ['U.S.A.', 'US'],
  ['United States', 'US'],
  ['België', 'BE'],
  ['belgique', 'BE'],
  ['MX', 'MX'],
  ['México', 'MX'],
  ['Pays-Bas', 'NL'],
  ['Francia', 'FR'],
  ['UK', 'GB'],
  ['Puerto Rico', 'PR'],
  ['Narnia', null],
  ['', null],
])('the country "%s" is %s', (cell, country) => {
  expect(readCountry(cell)).toBe(country);
});

test.each([
  ['+32 481 12 34 56', 'BE'],
  ['0032 481 12 34 56', 'BE'],
  ['+52 1 55 1234 5678', 'MX'],
  ['0481 12 34 56', null],
])('%s names the country %s', (cell, country) => {
  expect(countryOfInternational(cell)).toBe(country);
});
