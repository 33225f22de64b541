import { addressKey, type ContactAddress } from '#domain/contacts/address.ts';
import { contactFields, type ContactFields, type CustomFields } from '#domain/contacts/fields.ts';
import { type Mergeable, mergeContacts } from '#domain/contacts/merge.ts';
import { tagSense } from '#domain/contacts/tags.ts';
import type { ContactChange } from './outcome.ts';
import type { RowContact } from './read-row.ts';

/** A contact with what a row adds: blanks filled, tags and addresses added, nothing overridden. */
export const withRow = (known: Mergeable, row: RowContact): Mergeable =>
  mergeContacts(known, { ...row, editedFields: [] });

/** What to write so that `before` becomes `after`. */
export function contactChange(before: Mergeable, after: Mergeable): ContactChange {
  const tags = new Set(before.tags.map(tagSense));
  const addresses = new Map(before.addresses.map((address) => [addressKey(address), address]));
  const known = (address: ContactAddress): ContactAddress | undefined =>
    addresses.get(addressKey(address));
  return {
    fields: changedFields(before.fields, after.fields),
    custom: changedCustom(before.custom, after.custom),
    addTags: after.tags.filter((tag) => !tags.has(tagSense(tag))),
    addAddresses: after.addresses.filter((address) => !known(address)),
    updateAddresses: after.addresses.filter((address) => {
      const was = known(address);
      return was !== undefined && was !== address;
    }),
    editedFields:
      after.editedFields.length === before.editedFields.length ? null : after.editedFields,
  };
}

/** True where a change changes nothing. */
export const isNothing = (change: ContactChange): boolean =>
  Object.keys(change.fields).length === 0 &&
  Object.keys(change.custom).length === 0 &&
  change.addTags.length === 0 &&
  change.addAddresses.length === 0 &&
  change.updateAddresses.length === 0 &&
  change.editedFields === null;

function changedFields(before: ContactFields, after: ContactFields): Partial<ContactFields> {
  const changed = contactFields.filter((field) => before[field] !== after[field]);
  return Object.fromEntries(changed.map((field) => [field, after[field]]));
}

function changedCustom(before: CustomFields, after: CustomFields): CustomFields {
  return Object.fromEntries(Object.entries(after).filter(([key, value]) => before[key] !== value));
}
