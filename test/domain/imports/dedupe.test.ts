import { beforeAll, describe, expect, test } from 'vitest';
import type { IsoDate } from '#domain/contacts/dates.ts';
import { blankFields } from '#domain/contacts/fields.ts';
import { mergeAddresses } from '#domain/contacts/merge.ts';
import { planBatch, lookupKeys } from '#domain/imports/dedupe.ts';
import { addressKey, type AddressKey } from '#domain/contacts/address.ts';
import type { MergeRule } from '#domain/imports/merge-key.ts';
import {
  addCounts,
  type ContactPlan,
  type ImportCounts,
  type KnownConsent,
  type KnownContact,
  noCounts,
} from '#domain/imports/outcome.ts';
import { type ReadOptions, type ReadRow, readRow } from '#domain/imports/read-row.ts';
import { expected, mobileOf, openBook } from './book.ts';

/** A workspace in memory, as far as imports see and write it. */
class Workspace {
  contacts = new Map<string, KnownContact>();
  consents = new Map<AddressKey, KnownConsent>();
  #imports = 0;

  import(rows: readonly ReadRow[], rule: MergeRule, pageSize = 500): ImportCounts {
    this.#imports += 1;
    for (const contact of this.contacts.values()) contact.isOfThisImport = false;
    let counts = noCounts;
    for (let at = 0; at < rows.length; at += pageSize) {
      counts = addCounts(counts, this.#page(rows.slice(at, at + pageSize), rule));
    }
    return counts;
  }

  #page(rows: readonly ReadRow[], rule: MergeRule): ImportCounts {
    const keys = new Set(lookupKeys(rows));
    const plan = planBatch({
      rows,
      rule,
      contacts: [...this.contacts.values()].filter(({ addresses }) =>
        addresses.some((address) => keys.has(addressKey(address))),
      ),
      consents: [...this.consents.values()].filter(({ address }) => keys.has(address)),
      idFor: (row) => `${this.#imports}/${row}`,
    });
    for (const contact of plan.contacts) this.#write(contact);
    for (const { address, consent } of plan.consents) {
      const suppressed = consent === 'refused' || this.consents.get(address)?.suppressed === true;
      this.consents.set(address, { address, consent, suppressed, liftedOn: null });
    }
    return plan.counts;
  }

  #write(plan: ContactPlan): void {
    const known = this.contacts.get(plan.id);
    const addresses = plan.absorbs.flatMap((id) => this.contacts.get(id)?.addresses ?? []);
    this.contacts.set(plan.id, {
      id: plan.id,
      isOfThisImport: known?.isOfThisImport ?? true,
      fields: { ...(known?.fields ?? blankFields()), ...plan.fields },
      custom: { ...known?.custom, ...plan.custom },
      tags: [...(known?.tags ?? []), ...plan.addTags],
      addresses: mergeAddresses(known?.addresses ?? [], [
        ...plan.addAddresses,
        ...plan.updateAddresses,
        ...addresses,
      ]),
      editedFields: plan.editedFields ?? known?.editedFields ?? [],
    });
    for (const id of plan.absorbs) this.contacts.delete(id);
  }
}

let rows: readonly ReadRow[];
beforeAll(async () => void (rows = (await openBook()).read));

describe.each([
  ['mobile', 'contacts_if_merged_by_mobile'],
  ['mobile-or-email', 'contacts_if_merged_by_mobile_or_email'],
  ['any-phone-or-email', 'contacts_if_merged_by_any_phone_or_email'],
] as const)('the book, merged by %s', (rule, key) => {
  test.each([137, 500, 7060])('leaves the contacts that it should in pages of %i rows', (page) => {
    const workspace = new Workspace();
    const counts = workspace.import(rows, rule, page);
    expect(workspace.contacts.size).toBe(expected.counts[key]);
    expect(counts.created - counts.joined).toBe(expected.counts[key]);
    expect(counts.created + counts.merged + counts.unchanged).toBe(
      expected.counts['accepted_strict'],
    );
    expect(counts.rejected).toBe(expected.counts['rejected_strict']);
  });

  test('changes nothing when it comes again', () => {
    const workspace = new Workspace();
    workspace.import(rows, rule);
    const before = structuredClone([workspace.contacts, workspace.consents]);
    const { rejected, unchanged, ...others } = workspace.import(rows, rule);
    expect(others).toEqual({ created: 0, merged: 0, suppressed: 0, joined: 0 });
    expect(unchanged + rejected).toBe(expected.counts['data_rows']);
    const withoutFlag = ([contacts, consents]: typeof before) => [
      [...(contacts as Workspace['contacts']).values()].map((contact) => ({
        ...contact,
        isOfThisImport: null,
      })),
      consents,
    ];
    expect(withoutFlag([workspace.contacts, workspace.consents])).toEqual(withoutFlag(before));
  });

  test('opts out every number that a row opts out, whichever of its rows comes first', () => {
    const workspace = new Workspace();
    workspace.import(rows, rule);
    const held = rows.filter((row) => {
      const mobile = mobileOf(row);
      return mobile && workspace.consents.get(addressKey(mobile))?.suppressed;
    });
    expect(held.length).toBe(expected.counts['rows_whose_mobile_is_opted_out']);
  });
});

const options: ReadOptions = {
  mapping: (
    ['first-name', 'last-name', 'tags', 'mobile', 'email', 'consent', 'consent-date'] as const
  ).map((target) => ({ to: 'target', target }) as const),
  country: 'US',
  zone: null,
  slashDates: 'month-first',
  raggedRows: 'read',
  tags: [],
};

let numbered = 0;
const person = (cells: string[]): ReadRow => readRow({ number: (numbered += 1), cells }, options);
const only = (workspace: Workspace): KnownContact => [...workspace.contacts.values()][0]!;

describe('a later row about the same person', () => {
  test('fills blanks and adds tags and addresses, and overrides nothing', () => {
    const workspace = new Workspace();
    workspace.import([person(['Dana', '', 'roof', '603-555-0140', ''])], 'mobile');
    const counts = workspace.import(
      [person(['Daniela', 'Whitcomb', 'Roof; vip', '(603) 555-0140', 'dana@mail.example.com'])],
      'mobile',
    );
    expect(counts).toMatchObject({ created: 0, merged: 1 });
    expect(only(workspace)).toMatchObject({
      fields: { firstName: 'Dana', lastName: 'Whitcomb' },
      tags: ['roof', 'vip'],
    });
    expect(only(workspace).addresses.map(({ value }) => value)).toEqual([
      '+16035550140',
      'dana@mail.example.com',
    ]);
  });

  test('leaves a field alone that a person has set, even to nothing', () => {
    const workspace = new Workspace();
    workspace.import([person(['Dana', '', '', '603-555-0140', ''])], 'mobile');
    only(workspace).editedFields = ['lastName'];
    workspace.import([person(['Dana', 'Whitcomb', '', '603-555-0140', ''])], 'mobile');
    expect(only(workspace).fields.lastName).toBeNull();
  });

  test('makes one contact of two that it shows to be the same, and the older one stays', () => {
    const workspace = new Workspace();
    const both = [
      person(['Sal', '', 'one', '603-555-0141', '']),
      person(['', 'Ferreira', 'two', '', 'sal@mail.example.com']),
      person(['', '', '', '603-555-0141', 'sal@mail.example.com']),
    ];
    expect(workspace.import(both, 'mobile-or-email', 1)).toMatchObject({
      created: 2,
      merged: 1,
      joined: 1,
    });
    expect(workspace.contacts.size).toBe(1);
    expect(only(workspace)).toMatchObject({
      fields: { firstName: 'Sal', lastName: 'Ferreira' },
      tags: ['one', 'two'],
    });
  });
});

describe('an opt-out', () => {
  const phone = 'phone:+16035550142' as AddressKey;
  const row = (consent: string, date = '') =>
    person(['', '', '', '603-555-0142', '', consent, date]);
  const lifted = (workspace: Workspace) =>
    workspace.consents.set(phone, {
      address: phone,
      consent: 'given',
      suppressed: false,
      liftedOn: '2026-06-01' as IsoDate,
    });

  test('is not undone by a yes, before or after it', () => {
    for (const order of [
      ['yes', 'no'],
      ['no', 'yes'],
    ]) {
      const workspace = new Workspace();
      workspace.import(
        order.map((consent) => row(consent)),
        'mobile',
      );
      expect(workspace.consents.get(phone)?.suppressed).toBe(true);
    }
  });

  test('of an old list does not come back after a START', () => {
    const workspace = new Workspace();
    workspace.import([row('no')], 'mobile');
    lifted(workspace);
    expect(workspace.import([row('no'), row('no', '5/1/2026')], 'mobile').suppressed).toBe(0);
    expect(workspace.consents.get(phone)?.suppressed).toBe(false);
  });

  test('that was said after the START holds', () => {
    const workspace = new Workspace();
    lifted(workspace);
    expect(workspace.import([row('no', '7/1/2026')], 'mobile').suppressed).toBe(1);
  });
});
