import type { ContactAddress } from '#domain/contacts/address.ts';
import type { Consent } from '#domain/contacts/consent.ts';
import type { IsoDate } from '#domain/contacts/dates.ts';
import type { ContactFields, CustomFields } from '#domain/contacts/fields.ts';
import type { UnusablePhone } from '#domain/contacts/phone-number.ts';
import type { Zone } from '#domain/contacts/zone.ts';
import type { ColumnTarget, Mapping } from './columns.ts';

/** One data row: `number` counts from 1, without header and blank lines. */
export type Row = { number: number; cells: readonly string[] };

export type ReadOptions = {
  mapping: Mapping;
  /** The country of rows that name none and whose numbers say nothing else; ISO 3166. */
  country: string;
  /** The zone where neither the row nor its numbers tell one. */
  zone: Zone | null;
  slashDates: 'month-first' | 'day-first';
  /** Rows with too few or too many cells: rejected, or read where the cells still fit their columns. */
  raggedRows: 'reject' | 'read';
  /** Tags that every contact of this import gets. */
  tags: readonly string[];
};

export type RejectionReason =
  | 'too-few-columns'
  | 'too-many-columns'
  | 'no-phone-or-email'
  | 'unusable-phone-and-email';

/** What could not be read in an accepted row; the rest of the row stands. */
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
  | {
      kind: 'rejected';
      row: number;
      reason: RejectionReason;
      problems: readonly RowProblem[];
    };
