import {
  getCountries,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import { plainText } from './plain-text.ts';

/** The ISO 3166 code of a country named in English, Dutch, French or Spanish, or by its code; else null. */
export function readCountry(cell: string): string | null {
  return countries.get(folded(cell)) ?? null;
}

/** The country of a number in international notation; null for any other. */
export function countryOfInternational(cell: string): string | null {
  const text = plainText(cell.normalize('NFKC')).replace(/^(?:tel:)?(?:00(?=[1-9]))?/i, (prefix) =>
    prefix.endsWith('00') ? '+' : '',
  );
  if (!text.startsWith('+')) return null;
  return parsePhoneNumberFromString(text.replace(/^\+52\s?1/, '+52'))?.country ?? null;
}

/** All countries that numbers are known of, ISO 3166. */
export const countryCodes: readonly string[] = getCountries();

export const isCountry = (code: string): boolean => isSupportedCountry(code);

/** Small letters without accents, dots or needless blanks, so that two spellings of a place meet. */
export const folded = (text: string): string =>
  plainText(text)
    .normalize('NFD')
    .replaceAll(/[\p{M}.'’]/gu, '')
    .replaceAll(/[\s_-]+/g, ' ')
    .toLowerCase()
    .trim();

const languages = ['en', 'nl', 'fr', 'es'];

const spokenNames: Readonly<Record<string, readonly string[]>> = {
  US: [
    'usa',
    'united states of america',
    'america',
    'ee uu',
    'eeuu',
    'estados unidos de america',
    'vs',
    'etats unis damerique',
  ],
  GB: [
    'uk',
    'great britain',
    'england',
    'scotland',
    'wales',
    'northern ireland',
    'engeland',
    'inglaterra',
    'angleterre',
  ],
  NL: ['holland', 'the netherlands'],
  PR: ['pr'],
};

const countries: ReadonlyMap<string, string> = new Map([
  ...getCountries().flatMap((code) => namesOf(code).map((name) => [name, code] as const)),
  ...Object.entries(spokenNames).flatMap(([code, names]) =>
    names.map((name) => [name, code] as const),
  ),
]);

function namesOf(code: string): string[] {
  const names = languages.map((language) =>
    new Intl.DisplayNames(language, { type: 'region' }).of(code),
  );
  return [code, ...names.filter((name) => name !== undefined)].map(folded);
}
