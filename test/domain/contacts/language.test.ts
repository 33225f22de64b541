import { expect, test } from 'vitest';
import { readLanguage } from '#domain/contacts/language.ts';

test.each([
  ['fr', 'fr'],
  ['fr-BE', 'fr'],
  ['Nederlands', 'nl'],
  ['Español', 'es'],
  ['English (US)', 'en'],
  ['Klingon', null],
])('the language "%s" is %s', (cell, language) => {
  expect(readLanguage(cell)).toBe(language);
});
