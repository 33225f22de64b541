import type { AddressKey, ContactAddress } from '#domain/contacts/address.ts';
import type { Consent } from '#domain/contacts/consent.ts';
import type { IsoDate } from '#domain/contacts/dates.ts';
import type { ContactFields, CustomFields, EditableField } from '#domain/contacts/fields.ts';
import type { Mergeable } from '#domain/contacts/merge.ts';
import type { RejectionReason } from './read-row.ts';

/** What the workspace knows of one contact that a batch of rows may touch. */
export type KnownContact = Mergeable & {
  id: string;
  /** Made by an earlier row of this same import: its id, a uuid v7, is then younger than the import. */
  isOfThisImport: boolean;
};

/** What the workspace knows of one address's consent to texts, whichever contacts share it. */
export type KnownConsent = {
  address: AddressKey;
  consent: Consent;
  suppressed: boolean;
  /** The day a suppression was last lifted (START, or a person): an older refusal does not bring it back. */
  liftedOn: IsoDate | null;
};

/** What becomes of a row; each has exactly one. */
export type RowOutcome =
  | { row: number; kind: 'created' | 'merged' | 'unchanged'; contactId: string }
  | { row: number; kind: 'rejected'; reason: RejectionReason };

/** What is new about a contact; empty parts change nothing. */
export type ContactChange = {
  fields: Partial<ContactFields>;
  custom: CustomFields;
  addTags: readonly string[];
  addAddresses: readonly ContactAddress[];
  /** Addresses it has already, with a surer zone, an extension, or the role of mobile. */
  updateAddresses: readonly ContactAddress[];
  /** All fields set by hand, where a merge has added some; null where not. */
  editedFields: readonly EditableField[] | null;
};

/** What to write for one contact. */
export type ContactPlan = ContactChange & {
  id: string;
  isNew: boolean;
  /** The contact's first day as the list gives it; only for a new one. */
  createdOn: IsoDate | null;
  /** Stored contacts that a row has shown to be this same person: their `merged_into` is this one. */
  absorbs: readonly string[];
};

/** A consent or refusal to record; a refusal is a suppression too. */
export type ConsentPlan = {
  row: number;
  address: AddressKey;
  consent: 'given' | 'refused';
  statedOn: IsoDate | null;
};

export type BatchPlan = {
  outcomes: readonly RowOutcome[];
  contacts: readonly ContactPlan[];
  consents: readonly ConsentPlan[];
  counts: ImportCounts;
};

/**
 * Created, merged, unchanged and rejected add up to the rows read. `suppressed` counts addresses newly
 * suppressed. `joined` counts contacts that proved to be one with another: created less joined are left.
 */
export type ImportCounts = {
  created: number;
  merged: number;
  unchanged: number;
  rejected: number;
  suppressed: number;
  joined: number;
};

export const noCounts: ImportCounts = {
  created: 0,
  merged: 0,
  unchanged: 0,
  rejected: 0,
  suppressed: 0,
  joined: 0,
};

export const addCounts = (a: ImportCounts, b: ImportCounts): ImportCounts => ({
  created: a.created + b.created,
  merged: a.merged + b.merged,
  unchanged: a.unchanged + b.unchanged,
  rejected: a.rejected + b.rejected,
  suppressed: a.suppressed + b.suppressed,
  joined: a.joined + b.joined,
});
