import type { ContactAddress } from '#domain/contacts/address.ts';
import { type Consent, readConsent } from '#domain/contacts/consent.ts';
import { type IsoDate, readDate, type SlashDates } from '#domain/contacts/dates.ts';
import type { ContactFields, CustomFields } from '#domain/contacts/fields.ts';
import type { UnusablePhone } from '#domain/contacts/phone-number.ts';
import { distinctTags, readTags } from '#domain/contacts/tags.ts';
import type { Zone } from '#domain/contacts/zone.ts';
import { readAddresses } from './read-addresses.ts';
import { fitsColumns, RowCells } from './row-cells.ts';
import type { ColumnTarget, Mapping } from './columns.ts';
import { readCustomFields } from './read-custom-fields.ts';
import { readFields, rowCountry } from './read-fields.ts';

/** One data row: `number` counts from 1, without header and blank lines. */
export type Row = { number: number; cells: readonly string[] };

export type ReadOptions = {
  mapping: Mapping;
  /** The country of rows that name none and whose numbers say nothing else; ISO 3166. */
  country: string;
  /** The zone where neither the row nor its numbers tell one. */
  zone: Zone | null;
  slashDates: SlashDates;
  /** Rows with too few or too many cells: rejected, or read where the cells still fit their columns. */
  raggedRows: RaggedRows;
  /** Tags that every contact of this import gets. */
  tags: readonly string[];
};

export const raggedRowChoices = ['reject', 'read'] as const;
export type RaggedRows = (typeof raggedRowChoices)[number];

export type RejectionReason =
  | 'too-few-columns'
  | 'too-many-columns'
  | 'no-phone-or-email'
  | 'unusable-phone-and-email';

/** What could not be read in a row; the rest of the row stands. */
export type RowProblem =
  | { code: 'unusable-phone'; column: ColumnTarget; reason: UnusablePhone }
  | { code: 'unusable-email'; column: ColumnTarget }
  | { code: 'unread-date' | 'unread-amount'; column: string }
  | { code: 'unread-consent' | 'unread-zone' | 'unread-country'; column: ColumnTarget }
  | { code: 'ragged-row' };

/** What one row says about one person. Phone addresses come first, the mobile before the others. */
export type RowContact = {
  fields: ContactFields;
  custom: CustomFields;
  addresses: readonly ContactAddress[];
  tags: readonly string[];
  consent: Consent;
  consentOn: IsoDate | null;
  createdOn: IsoDate | null;
};

export type ReadRow =
  | { kind: 'contact'; row: number; contact: RowContact; problems: readonly RowProblem[] }
  | { kind: 'rejected'; row: number; reason: RejectionReason; problems: readonly RowProblem[] };

/**
 * What a row of a list says, by the mapping of its columns. Never throws, whatever the cells hold:
 * what cannot be read is a problem, and a row without any usable address, or with another number of cells
 * than the header, is rejected with its reason.
 */
export function readRow(row: Row, options: ReadOptions): ReadRow {
  const cells = new RowCells(row.cells, options.mapping);
  const ragged = raggedReason(row, options.mapping.length);
  const problems: RowProblem[] = ragged ? [{ code: 'ragged-row' }] : [];
  if (ragged && (options.raggedRows === 'reject' || !fitsColumns(cells))) {
    return { kind: 'rejected', row: row.number, reason: ragged, problems };
  }

  const country = rowCountry(cells, options.country, problems);
  const fields = readFields(cells, country);
  const addresses = readAddresses(cells, { ...fields, country }, options.zone, problems);
  if (addresses.length === 0) {
    const said = problems.some(
      ({ code }) => code === 'unusable-phone' || code === 'unusable-email',
    );
    const reason = said ? 'unusable-phone-and-email' : 'no-phone-or-email';
    return { kind: 'rejected', row: row.number, reason, problems };
  }
  const contact = {
    fields,
    custom: readCustomFields(row.cells, options, country, problems),
    addresses,
    tags: distinctTags([...cells.all('tags').flatMap(readTags), ...options.tags]),
    consent: consentOf(cells, problems),
    consentOn: dateOf(cells, 'consent-date', options.slashDates, problems),
    createdOn: dateOf(cells, 'created', options.slashDates, problems),
  };
  return { kind: 'contact', row: row.number, contact, problems };
}

function raggedReason(row: Row, columns: number): RejectionReason | null {
  if (row.cells.length === columns) return null;
  return row.cells.length < columns ? 'too-few-columns' : 'too-many-columns';
}

function consentOf(cells: RowCells, problems: RowProblem[]): Consent {
  const consent = readConsent(cells.first('consent'));
  if (consent === null) problems.push({ code: 'unread-consent', column: 'consent' });
  return consent ?? 'blank';
}

function dateOf(
  cells: RowCells,
  target: 'consent-date' | 'created',
  slashes: SlashDates,
  problems: RowProblem[],
): IsoDate | null {
  const cell = cells.first(target);
  const date = readDate(cell, slashes);
  if (cell !== '' && date === null) problems.push({ code: 'unread-date', column: target });
  return date;
}
