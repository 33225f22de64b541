import type { CustomValue } from '#domain/contacts/fields.ts';
import { columnUseText, type ColumnTarget, type Mapping } from './columns.ts';
import { readRow, type ReadOptions, type ReadRow } from './read-row.ts';

/** How one cell of a column was read. */
export type CellReading =
  | { kind: 'text'; value: string }
  | { kind: 'value'; value: CustomValue }
  | { kind: 'consent'; value: 'given' | 'refused' }
  | { kind: 'unread' }
  | { kind: 'not-kept' }
  | { kind: 'blank' };

/** A column of a list as the mapping page shows it: a cell of the first rows, and as what it is read. */
export type ColumnReading = { header: string; use: string; cell: string; reading: CellReading };

/**
 * Each column with the first of its filled cells that can be read, taken together with its row: a number
 * is read in the row's country, a name with its neighbour.
 */
export function readColumns(
  header: readonly string[],
  sample: readonly (readonly string[])[],
  options: ReadOptions,
): ColumnReading[] {
  const reading = { ...options, raggedRows: 'read' as const };
  return header.map((name, at): ColumnReading => {
    const use = columnUseText(options.mapping[at] ?? { to: 'nothing' });
    const filled = sample.filter((cells) => (cells[at] ?? '').trim() !== '').slice(0, tries);
    const read = filled.map((cells): ColumnReading => ({
      header: name,
      use,
      cell: cells[at] ?? '',
      reading: cellReading(options.mapping, at, readRow({ number: 1, cells }, reading)),
    }));
    const told = read.find((column) => column.reading.kind !== 'unread') ?? read[0];
    return told ?? { header: name, use, cell: '', reading: { kind: 'blank' } };
  });
}

/** Among so many filled cells one that can be read is looked for: the first may say `N/A`. */
const tries = 8;

function cellReading(mapping: Mapping, at: number, read: ReadRow): CellReading {
  const use = mapping[at];
  if (!use || use.to === 'nothing') return { kind: 'not-kept' };
  if (read.kind === 'rejected') return { kind: 'unread' };
  if (use.to === 'target') return targetReading(use.target, read);
  const value = read.contact.custom[use.key];
  return value ? { kind: 'value', value } : { kind: 'unread' };
}

type Contact = Extract<ReadRow, { kind: 'contact' }>;

function targetReading(target: ColumnTarget, { contact }: Contact): CellReading {
  const { fields, addresses } = contact;
  const phone = (role: 'mobile' | 'other') =>
    addresses.find((address) => address.kind === 'phone' && address.role === role)?.value;
  const day = (value: typeof contact.createdOn): CellReading =>
    value ? { kind: 'value', value: { type: 'date', value } } : { kind: 'unread' };
  switch (target) {
    case 'mobile':
      return text(phone('mobile'));
    case 'other-phone':
      return text(phone('other'));
    case 'email':
      return text(addresses.find(({ kind }) => kind === 'email')?.value);
    case 'tags':
      return text(contact.tags.join(', '));
    case 'consent':
      return contact.consent === 'blank'
        ? { kind: 'unread' }
        : { kind: 'consent', value: contact.consent };
    case 'consent-date':
      return day(contact.consentOn);
    case 'created':
      return day(contact.createdOn);
    case 'time-zone':
      return text(addresses[0]?.zone?.zone);
    case 'full-name':
      return text([fields.firstName, fields.lastName].filter(Boolean).join(' '));
    case 'first-name':
    case 'last-name':
    case 'company':
    case 'street':
    case 'city':
    case 'region':
    case 'postal-code':
    case 'country':
    case 'language':
    case 'notes':
      return text(fields[fieldOf[target]]);
  }
}

const fieldOf = {
  'first-name': 'firstName',
  'last-name': 'lastName',
  company: 'company',
  street: 'street',
  city: 'city',
  region: 'region',
  'postal-code': 'postalCode',
  country: 'country',
  language: 'language',
  notes: 'notes',
} as const;

const text = (value: string | null | undefined): CellReading =>
  value ? { kind: 'text', value } : { kind: 'unread' };
