import type { IsoDate } from './dates.ts';
import type { Money } from './money.ts';

/** What a person may type about a contact, besides its addresses, tags and custom fields. */
export const contactFields = [
  'firstName',
  'lastName',
  'company',
  'language',
  'street',
  'city',
  'region',
  'postalCode',
  'country',
  'notes',
] as const;

export type ContactField = (typeof contactFields)[number];

/** Null where nothing is known; `country` is an ISO 3166 code, `language` an ISO 639 one. */
export type ContactFields = Record<ContactField, string | null>;

export type CustomValue =
  | { type: 'text'; value: string }
  | { type: 'date'; value: IsoDate }
  | { type: 'money'; value: Money };

export type CustomType = CustomValue['type'];

export type CustomFields = Readonly<Record<string, CustomValue>>;

/** The name of one editable value, as it stands in a contact's `edited_fields`. */
export type EditableField = ContactField | `custom.${string}`;

export const customField = (key: string): EditableField => `custom.${key}`;

export const blankFields = (): ContactFields =>
  Object.fromEntries(contactFields.map((field) => [field, null])) as ContactFields;
