import type { ContactAddress } from '#domain/contacts/address.ts';
import type { Consent } from '#domain/contacts/consent.ts';
import type { IsoDate } from '#domain/contacts/dates.ts';
import type { ContactFields, CustomFields, EditableField } from '#domain/contacts/fields.ts';
import type { PhoneNumber } from '#domain/contacts/phone-number.ts';
import type { RejectionReason } from './read-row.ts';

/** What the workspace knows of one contact that a batch of rows may touch. */
export type KnownContact = {
  id: string;
  fields: ContactFields;
  custom: CustomFields;
  tags: readonly string[];
  addresses: readonly ContactAddress[];
  /** Fields a person has set by hand: an import never overrides them, blank or not. */
  editedFields: readonly EditableField[];
};

/** What the workspace knows of one number's consent, whichever contacts share it. */
export type KnownConsent = {
  number: PhoneNumber;
  consent: Consent;
  suppressed: boolean;
  /** The day a suppression of this number was last lifted (START, or a person). */
  liftedOn: IsoDate | null;
};

/** What becomes of a row. Each row has exactly one; `suppressed` is counted beside it. */
export type RowOutcome =
  | { row: number; kind: 'created' | 'merged' | 'unchanged'; contactId: string }
  | { row: number; kind: 'rejected'; reason: RejectionReason };

/** What to write for one contact. Empty parts change nothing. */
export type ContactPlan = {
  id: string;
  isNew: boolean;
  fields: Partial<ContactFields>;
  custom: CustomFields;
  addTags: readonly string[];
  addAddresses: readonly ContactAddress[];
  /** Addresses it has already, of which a surer zone, or the role of mobile, is now known. */
  updateAddresses: readonly ContactAddress[];
  /** Contacts that a row has shown to be this same person: their `merged_into` is this one. */
  absorbs: readonly string[];
  createdOn: IsoDate | null;
};

export type ConsentPlan = {
  row: number;
  number: PhoneNumber;
  consent: 'given' | 'refused';
  statedOn: IsoDate | null;
};

export type BatchPlan = {
  outcomes: readonly RowOutcome[];
  contacts: readonly ContactPlan[];
  consents: readonly ConsentPlan[];
  /** Numbers to suppress that are not suppressed yet. */
  suppressions: readonly ConsentPlan[];
  counts: ImportCounts;
};

/** `suppressed` counts numbers that the list opts out; the other four add up to the rows read. */
export type ImportCounts = {
  created: number;
  merged: number;
  unchanged: number;
  rejected: number;
  suppressed: number;
};

export const noCounts: ImportCounts = {
  created: 0,
  merged: 0,
  unchanged: 0,
  rejected: 0,
  suppressed: 0,
};

export const addCounts = (a: ImportCounts, b: ImportCounts): ImportCounts => ({
  created: a.created + b.created,
  merged: a.merged + b.merged,
  unchanged: a.unchanged + b.unchanged,
  rejected: a.rejected + b.rejected,
  suppressed: a.suppressed + b.suppressed,
});
