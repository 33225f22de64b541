import { readFileSync } from 'node:fs';
import { readCsv } from '#db/imports/csv.ts';
import type { PhoneAddress } from '#domain/contacts/address.ts';
import { guessMapping } from '#domain/imports/columns.ts';
import { type ReadOptions, type ReadRow, readRow } from '#domain/imports/read-row.ts';

const folder = new URL('../../fixtures/contacts/', import.meta.url);

export const bookPath = new URL('contacts.csv', folder).pathname;

export type Sample = {
  row: number;
  outcome: 'accept' | 'reject';
  reason: 'no_phone_no_email' | 'column_count' | null;
  mobile: string | null;
  mobile_extension: string | null;
  mobile_second: string | null;
  other: string | null;
  email: string | null;
  sms_consent: 'yes' | 'no' | null;
  suppressed: boolean;
  address_zone: string | null;
  last_job: string | null;
  job_value_cents: number | null;
  job_value_currency: string | null;
  copy_of_row: number | null;
  first_row_with_this_mobile: number | null;
  first_row_with_this_email: number | null;
  intended?: { mobile: string; email: string };
};

export const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as {
  counts: Record<string, number>;
  samples: Sample[];
};

/** The home-repair firm's book of contacts: its rows of cells, and what they are read as. */
export async function openBook(options: Partial<ReadOptions> = {}) {
  const cells: string[][] = [];
  for await (const row of readCsv(bookPath, { encoding: 'utf-8', delimiter: ',' })) {
    cells.push(row.cells);
  }
  const mapping = guessMapping(bookHeader, cells.slice(0, 100), 'US');
  const asked: ReadOptions = {
    mapping,
    country: 'US',
    zone: null,
    slashDates: 'month-first',
    raggedRows: 'reject',
    tags: [],
    ...options,
  };
  const read = cells.map((row, at) => readRow({ number: at + 1, cells: row }, asked));
  return { cells, mapping, read };
}

export const bookHeader = (readFileSync(bookPath, 'utf8').slice(1).split('\r\n')[0] ?? '').split(
  ',',
);

export const columnOf = (name: string): number => bookHeader.indexOf(name);

const phonesOf = (row: ReadRow): PhoneAddress[] =>
  row.kind === 'contact'
    ? (row.contact.addresses.filter(({ kind }) => kind === 'phone') as PhoneAddress[])
    : [];

export const mobileOf = (row: ReadRow): PhoneAddress | undefined =>
  phonesOf(row).find(({ role }) => role === 'mobile');

export const emailOf = (row: ReadRow): string | null =>
  (row.kind === 'contact' && row.contact.addresses.find(({ kind }) => kind === 'email')?.value) ||
  null;
