import { countryOfInternational, readCountry } from '#domain/contacts/country.ts';
import type { ContactFields } from '#domain/contacts/fields.ts';
import { readLanguage } from '#domain/contacts/language.ts';
import { readFullName, readName } from '#domain/contacts/name.ts';
import { plainLines } from '#domain/contacts/plain-text.ts';
import { postalCode } from '#domain/contacts/zones/postal-codes.ts';
import type { RowProblem } from './read-row.ts';
import type { RowCells } from './row-cells.ts';

/** The person and the place of a row. */
export function readFields(cells: RowCells, country: string): ContactFields {
  const written = readName(cells.first('first-name'), cells.first('last-name'));
  const named = written.firstName ?? written.lastName;
  const name = named === null ? readFullName(cells.first('full-name')) : written;
  return {
    ...name,
    company: cells.text('company'),
    language: readLanguage(cells.first('language')),
    street: cells.text('street'),
    city: cells.text('city'),
    region: cells.text('region'),
    postalCode: postalCode(country, cells.text('postal-code')),
    country,
    notes: cells.all('notes').map(plainLines).join('\n\n') || null,
  };
}

/**
 * The country that a row names; where it names none, the one its numbers name, if that is abroad;
 * else the list's.
 */
export function rowCountry(cells: RowCells, usual: string, problems: RowProblem[]): string {
  const cell = cells.first('country');
  const country = readCountry(cell);
  if (country) return country;
  if (cell !== '') problems.push({ code: 'unread-country', column: 'country' });

  const numbers = [...cells.all('mobile'), ...cells.all('other-phone')];
  const abroad = numbers.map(countryOfInternational).find((code) => code !== null);
  return abroad && !sharesNumberPlan(abroad, usual) ? abroad : usual;
}

/** +1 is dialled in both, so the number does not say that the person lives in the other. */
const sharesNumberPlan = (a: string, b: string): boolean =>
  northAmerican.has(a) && northAmerican.has(b);

const northAmerican: ReadonlySet<string> = new Set(['US', 'CA', 'PR']);
