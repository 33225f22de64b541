import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eligible } from '#db/campaigns/eligibility.ts';
import { rows, run, sql } from '#db/sql.ts';
import type { Audience } from '#domain/campaigns/audience.ts';
import { exclusionOf } from '#domain/campaigns/exclusion.ts';
import type { ConsentState } from '#domain/sending/consent.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

let w: TestWorld;
let workspaceId: string;

beforeAll(async () => {
  w = await openWorld();
  workspaceId = w.alder.workspaceId;
  const named = (name: string) => w.alder.contacts.find(({ firstName }) => firstName === name);
  await w.database.transaction(async (em) => {
    const address = (name: string) => named(name)?.addressId;
    await run(em, sql`update address set line_type = 'landline' where id = ${address('Ted')}`);
    await run(
      em,
      sql`update address set invalid_reason = 'unknown-number' where id = ${address('Abe')}`,
    );
    await run(em, sql`update contact set first_name = ' ' where id = ${named('Mei')?.id}`);
    await run(em, sql`delete from contact_address where contact_id = ${named('Nora')?.id}`);
  });
});
afterAll(() => w.end());

interface Judged {
  contactId: string;
  reason: string | null;
  rank: number;
}

const judged = (
  changes: { audience?: Audience; hasConsentBasis?: boolean; neededFields?: string[] } = {},
) =>
  rows<Judged>(
    w.database.fork(),
    sql`select contact_id as "contactId", reason, rank from (${eligible({
      workspaceId,
      audience: {},
      hasConsentBasis: false,
      neededFields: ['first_name'],
      ...changes,
    })}) e order by rank`,
  );

interface Person {
  id: string;
  firstName: string;
  addressId: string | null;
  lineType: string | null;
  invalid: boolean;
  blocked: string[] | null;
  consent: 'given' | 'refused' | null;
}

/** The same people, read plainly, for the pure rule. */
const people = () =>
  rows<Person>(
    w.database.fork(),
    sql`select c.id, c.first_name as "firstName", a.id as "addressId", a.line_type as "lineType",
      a.invalid_reason is not null as invalid, a.blocked, a.consents->>'sms' as consent
    from contact c
    left join contact_address ca on ca.contact_id = c.id and ca.label = 'mobile'
    left join address a on a.id = ca.address_id
    where c.workspace_id = ${workspaceId} and c.merged_into is null and c.erased_at is null
    order by c.created_at, c.id`,
  );

describe('who may be written to', () => {
  test.each([true, false])(
    'is what the pure rule says, with a stated basis: %s',
    async (hasConsentBasis) => {
      const taken = new Set<string>();
      const expected = (await people()).map((person) => {
        const consent: ConsentState = person.consent ?? 'none';
        const reason = exclusionOf(
          {
            merged: false,
            erased: false,
            address: person.addressId
              ? {
                  invalid: person.invalid,
                  landline: person.lineType === 'landline',
                  blocked: person.blocked ?? [],
                  consent,
                }
              : null,
            numberTaken: taken.has(person.addressId ?? ''),
            missingFields: person.firstName.trim() === '' ? ['first_name'] : [],
          },
          { channel: 'sms', consentBasis: hasConsentBasis ? 'express' : null },
        );
        if (reason === null || reason === 'missing-field') taken.add(person.addressId ?? '');
        return [person.id, reason];
      });
      const found = (await judged({ hasConsentBasis })).map(({ contactId, reason }) => [
        contactId,
        reason,
      ]);
      expect(found).toEqual(expected);
      const reasons = new Set(expected.map(([, reason]) => reason));
      expect(reasons.size).toBeGreaterThan(6);
    },
  );

  test('goes by the oldest contact first', async () => {
    expect((await judged()).map(({ rank }) => rank)).toEqual(
      (await judged()).map((_, index) => index + 1),
    );
  });

  test.each<[string, Audience, (tags: string[]) => boolean]>([
    [
      'any of some tags',
      { tags: { any: ['roof', 'deck'] } },
      (tags) => tags.includes('roof') || tags.includes('deck'),
    ],
    [
      'all of some tags',
      { tags: { all: ['deck', 'lead'] } },
      (tags) => tags.includes('deck') && tags.includes('lead'),
    ],
    ['none of some tags', { tags: { none: ['lead'] } }, (tags) => !tags.includes('lead')],
  ])('can be narrowed to %s', async (_what, audience, holds) => {
    const all = await rows<{ id: string; tags: string[] }>(
      w.database.fork(),
      sql`select id, tags from contact where workspace_id = ${workspaceId} and merged_into is null and erased_at is null`,
    );
    const expected = all.filter(({ tags }) => holds(tags)).map(({ id }) => id);
    const found = (await judged({ audience })).map(({ contactId }) => contactId);
    expect(found.toSorted()).toEqual(expected.toSorted());
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(all.length);
  });

  test('takes signs of a search for what they are', async () => {
    expect(await judged({ audience: { search: '%' } })).toEqual([]);
    expect((await judged({ audience: { search: 'halloran' } })).length).toBe(1);
  });

  test('knows only its own workspace', async () => {
    const ids = new Set((await judged()).map(({ contactId }) => contactId));
    expect(w.clinique.contacts.some(({ id }) => ids.has(id))).toBe(false);
  });
});
