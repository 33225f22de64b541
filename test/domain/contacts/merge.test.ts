import { describe, expect, test } from 'vitest';
import type { PhoneAddress } from '#domain/contacts/address.ts';
import { blankFields } from '#domain/contacts/fields.ts';
import { type Mergeable, mergeContacts } from '#domain/contacts/merge.ts';
import type { PhoneNumber } from '#domain/contacts/phone-number.ts';
import type { FoundZone, Zone, ZoneSource } from '#domain/contacts/zone.ts';

const zone = (name: string, source: ZoneSource): FoundZone => ({
  zone: name as Zone,
  zones: [name as Zone],
  source,
});

const mobile: PhoneAddress = {
  kind: 'phone',
  value: '+16035550140' as PhoneNumber,
  role: 'other',
  line: 'mobile-or-landline',
  extension: null,
  zone: zone('America/New_York', 'area-code'),
};

const contact = (
  fields: Partial<Mergeable['fields']>,
  more: Partial<Mergeable> = {},
): Mergeable => ({
  fields: { ...blankFields(), ...fields },
  custom: {},
  tags: [],
  addresses: [],
  editedFields: [],
  ...more,
});

describe('two contacts that are one person', () => {
  test('keep the value of the kept one, and fill its blanks', () => {
    const merged = mergeContacts(
      contact({ firstName: 'Dana', city: 'Dover' }),
      contact({ firstName: 'Daniela', lastName: 'Whitcomb', city: 'Keene' }),
    );
    expect(merged.fields).toMatchObject({ firstName: 'Dana', lastName: 'Whitcomb', city: 'Dover' });
  });

  test('keep what a person set by hand on either, even nothing', () => {
    const merged = mergeContacts(
      contact({ firstName: 'Dana' }, { editedFields: ['lastName'] }),
      contact(
        { firstName: 'Daniela', lastName: 'Whitcomb' },
        { editedFields: ['firstName', 'lastName'] },
      ),
    );
    expect(merged.fields).toMatchObject({ firstName: 'Daniela', lastName: null });
    expect(merged.editedFields).toEqual(['lastName', 'firstName']);
  });

  test('take what the person who merges them chooses, which then counts as set by hand', () => {
    const text = (value: string) => ({ type: 'text', value }) as const;
    const merged = mergeContacts(
      contact({ firstName: 'Dana' }, { custom: { roof: text('slate') } }),
      contact({ firstName: 'Daniela' }, { custom: { roof: text('tin') } }),
      { firstName: 'other', 'custom.roof': 'other' },
    );
    expect(merged).toMatchObject({
      fields: { firstName: 'Daniela' },
      custom: { roof: text('tin') },
      editedFields: ['firstName', 'custom.roof'],
    });
  });

  test('have the tags and addresses of both, each once and as well known as either knows it', () => {
    const merged = mergeContacts(
      contact({}, { tags: ['hot lead'], addresses: [mobile] }),
      contact(
        {},
        {
          tags: ['Hot Lead', 'roof'],
          addresses: [
            {
              ...mobile,
              role: 'mobile',
              extension: '4',
              zone: zone('America/Chicago', 'postal-code'),
            },
          ],
        },
      ),
    );
    expect(merged.tags).toEqual(['hot lead', 'roof']);
    expect(merged.addresses).toEqual([
      { ...mobile, role: 'mobile', extension: '4', zone: zone('America/Chicago', 'postal-code') },
    ]);
  });
});
