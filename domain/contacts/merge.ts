import { type AddressKey, addressKey, type ContactAddress } from './address.ts';
import {
  contactFields,
  type ContactFields,
  type CustomFields,
  customField,
  type EditableField,
} from './fields.ts';
import { distinctTags } from './tags.ts';
import { isSurer } from './zone.ts';

/** What a merge looks at and what comes out of one. */
export type Mergeable = {
  fields: ContactFields;
  custom: CustomFields;
  tags: readonly string[];
  addresses: readonly ContactAddress[];
  /** Fields that a person has set by hand, blank or not. */
  editedFields: readonly EditableField[];
};

/** For each field that a person decided: from which of the two contacts its value comes. */
export type MergeChoices = Partial<Record<EditableField, 'kept' | 'other'>>;

/**
 * Two contacts that are one person, as one. A person's choice wins; else a value set by hand over one that
 * came from a list; else the kept contact's, unless it is blank. Tags and addresses are those of both.
 */
export function mergeContacts(
  kept: Mergeable,
  other: Mergeable,
  choices: MergeChoices = {},
): Mergeable {
  const takesOther = (field: EditableField, isBlank: boolean): boolean => {
    const choice = choices[field];
    if (choice) return choice === 'other';
    if (kept.editedFields.includes(field)) return false;
    return isBlank || other.editedFields.includes(field);
  };
  const chosen = Object.keys(choices) as EditableField[];
  return {
    fields: mergeFields(kept.fields, other.fields, takesOther),
    custom: mergeCustom(kept.custom, other.custom, takesOther),
    tags: distinctTags([...kept.tags, ...other.tags]),
    addresses: mergeAddresses(kept.addresses, other.addresses),
    editedFields: [...new Set([...kept.editedFields, ...other.editedFields, ...chosen])],
  };
}

type TakesOther = (field: EditableField, isBlank: boolean) => boolean;

function mergeFields(
  kept: ContactFields,
  other: ContactFields,
  takesOther: TakesOther,
): ContactFields {
  const merged = { ...kept };
  for (const field of contactFields) {
    if (takesOther(field, kept[field] === null)) merged[field] = other[field];
  }
  return merged;
}

function mergeCustom(
  kept: CustomFields,
  other: CustomFields,
  takesOther: TakesOther,
): CustomFields {
  const values = Object.entries(other).filter(([key]) =>
    takesOther(customField(key), !Object.hasOwn(kept, key)),
  );
  return { ...kept, ...Object.fromEntries(values) };
}

/** Both lists of addresses; of one that is in both, the surer zone and the role of mobile stay. */
export function mergeAddresses(
  kept: readonly ContactAddress[],
  other: readonly ContactAddress[],
): ContactAddress[] {
  const merged = new Map<AddressKey, ContactAddress>();
  for (const address of [...kept, ...other]) {
    const known = merged.get(addressKey(address));
    merged.set(addressKey(address), known ? improvedAddress(known, address) : address);
  }
  return [...merged.values()];
}

/** What is known of an address, with what another mention of it adds; the same object if nothing. */
function improvedAddress(known: ContactAddress, seen: ContactAddress): ContactAddress {
  const zone = isSurer(seen.zone, known.zone) ? seen.zone : known.zone;
  if (known.kind === 'email') return zone === known.zone ? known : { ...known, zone };

  const isMobile = seen.kind === 'phone' && seen.role === 'mobile';
  const role = isMobile ? 'mobile' : known.role;
  const extension = known.extension ?? (seen.kind === 'phone' ? seen.extension : null);
  const same = zone === known.zone && role === known.role && extension === known.extension;
  return same ? known : { ...known, zone, role, extension };
}
