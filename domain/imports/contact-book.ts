import { type AddressKey, addressKey } from '#domain/contacts/address.ts';
import type { IsoDate } from '#domain/contacts/dates.ts';
import { blankFields } from '#domain/contacts/fields.ts';
import { type Mergeable, mergeContacts } from '#domain/contacts/merge.ts';
import { contactChange, isNothing, withRow } from './contact-change.ts';
import { type MergeRule, mergeKeys } from './merge-key.ts';
import type { ContactPlan, KnownContact } from './outcome.ts';
import type { RowContact } from './read-row.ts';

/** A contact as a batch goes along. `before` is what is stored of it, `now` what the rows have made of it. */
export type Entry = {
  id: string;
  age: number;
  isNew: boolean;
  isOfThisImport: boolean;
  before: Mergeable;
  now: Mergeable;
  createdOn: IsoDate | null;
  absorbs: readonly string[];
};

/** The contacts that a batch of rows may meet, found by the addresses they are recognised by. */
export class ContactBook {
  readonly #rule: MergeRule;
  readonly #entries = new Set<Entry>();
  readonly #byKey = new Map<AddressKey, Entry>();
  readonly #byAddress = new Map<AddressKey, Set<Entry>>();
  #age = 0;

  /** `known` comes oldest first: of two contacts that prove to be one, the older stays. */
  constructor(rule: MergeRule, known: readonly KnownContact[]) {
    this.#rule = rule;
    for (const contact of known) {
      this.#enter({ ...contact, isNew: false, before: contact, now: contact, createdOn: null });
    }
  }

  /** The contacts that a row belongs to, oldest first; more than one prove to be the same person. */
  owners(row: RowContact): Entry[] {
    const keys = mergeKeys(row.addresses, this.#rule);
    if (keys.length === 0) return this.#sameAsBefore(row);
    const owners = new Set(keys.map((key) => this.#byKey.get(key)));
    return [...owners].filter((entry) => entry !== undefined).sort((a, b) => a.age - b.age);
  }

  create(id: string, row: RowContact): void {
    const { createdOn } = row;
    const now = withRow(nobody, row);
    this.#enter({ id, isNew: true, isOfThisImport: true, before: nobody, now, createdOn });
  }

  /** Adds what a row says to a contact; true if that is anything new. */
  add(entry: Entry, row: RowContact): boolean {
    const now = withRow(entry.now, row);
    const isNew = !isNothing(contactChange(entry.now, now));
    if (isNew) this.#become(entry, now);
    return isNew;
  }

  /** Makes two contacts one. */
  join(kept: Entry, other: Entry): void {
    this.#entries.delete(other);
    for (const entries of this.#byAddress.values()) entries.delete(other);
    kept.absorbs = [...kept.absorbs, ...other.absorbs, ...(other.isNew ? [] : [other.id])];
    this.#become(kept, mergeContacts(kept.now, other.now));
  }

  plans(): ContactPlan[] {
    return [...this.#entries]
      .map(({ id, isNew, before, now, createdOn, absorbs }) => ({
        ...contactChange(before, now),
        id,
        isNew,
        createdOn,
        absorbs,
      }))
      .filter((plan) => plan.isNew || plan.absorbs.length > 0 || !isNothing(plan));
  }

  /**
   * A row without anything to be recognised by is a contact of its own, but not once more with each import:
   * a contact of an earlier import that has all its addresses and its name, or no key either, is the same.
   */
  #sameAsBefore(row: RowContact): Entry[] {
    const [first, ...others] = row.addresses.map(addressKey);
    const holders = [...(first ? (this.#byAddress.get(first) ?? []) : [])].filter(
      (entry) =>
        !entry.isOfThisImport &&
        others.every((key) => this.#byAddress.get(key)?.has(entry)) &&
        (this.#isKeyless(entry) || isNamesake(entry, row)),
    );
    const same = holders.find((entry) => this.#isKeyless(entry) && isNamesake(entry, row));
    return [same ?? holders[0]].filter((entry) => entry !== undefined);
  }

  #isKeyless(entry: Entry): boolean {
    return mergeKeys(entry.now.addresses, this.#rule).length === 0;
  }

  #enter(entry: Omit<Entry, 'age' | 'absorbs'>): void {
    this.#age += 1;
    const entered: Entry = { ...entry, age: this.#age, absorbs: [] };
    this.#entries.add(entered);
    this.#become(entered, entered.now);
  }

  #become(entry: Entry, now: Mergeable): void {
    entry.now = now;
    for (const key of mergeKeys(now.addresses, this.#rule)) {
      const owner = this.#byKey.get(key);
      if (!owner || !this.#entries.has(owner)) this.#byKey.set(key, entry);
    }
    for (const address of now.addresses) {
      const holders = this.#byAddress.get(addressKey(address)) ?? new Set();
      this.#byAddress.set(addressKey(address), holders.add(entry));
    }
  }
}

const isNamesake = ({ now }: Entry, row: RowContact): boolean =>
  now.fields.firstName === row.fields.firstName &&
  now.fields.lastName === row.fields.lastName &&
  now.fields.company === row.fields.company;

const nobody: Mergeable = {
  fields: blankFields(),
  custom: {},
  tags: [],
  addresses: [],
  editedFields: [],
};
