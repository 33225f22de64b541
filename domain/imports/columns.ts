import type { CustomType } from '#domain/contacts/fields.ts';

/** What a column of a list may hold; everything else is a custom field or is left out. */
export const columnTargets = [
  'first-name',
  'last-name',
  'full-name',
  'company',
  'mobile',
  'other-phone',
  'email',
  'street',
  'city',
  'region',
  'postal-code',
  'country',
  'time-zone',
  'language',
  'tags',
  'consent',
  'consent-date',
  'notes',
  'created',
] as const;

export type ColumnTarget = (typeof columnTargets)[number];

export type ColumnUse =
  | { to: 'target'; target: ColumnTarget }
  | { to: 'custom'; key: string; type: CustomType }
  | { to: 'nothing' };

/** One use per column of the file, in its order. */
export type Mapping = readonly ColumnUse[];
