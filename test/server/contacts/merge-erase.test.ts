import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contactDetail } from '#db/contacts/page.ts';
import { addInteraction, conversationOf } from '#db/conversations.ts';
import { firstRow, rows, sql } from '#db/sql.ts';
import { openApp, type Visitor } from '#test/support/app.ts';
import { parse } from '#test/support/html.ts';
import { importList, smallList } from '#test/support/imports.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let maren: Visitor;
let workspaceId: string;

beforeAll(async () => {
  world = await openWorld();
  workspaceId = world.alder.workspaceId;
  maren = await openApp(world).as(world.alder.maren);
});

afterAll(() => world.end());

let iris: string;
let number = 0;

beforeEach(async () => {
  number += 1;
  iris = await added(
    'Iris',
    `916-555-01${String(number).padStart(2, '0')}`,
    `iris${number}@example.com`,
  );
});

describe('a merge', () => {
  test('brings numbers, words and choices together, and old links to the one that stays', async () => {
    const other = await added('Iris M.', '802-555-0154', 'iris.m@example.com', {
      city: 'Rye',
      company: 'Vane & Sons',
    });
    await says(iris, 'The first of it');
    await says(other, 'The rest of it');
    const compare = parse(await (await maren.get(`/contacts/${iris}/merge?with=${other}`)).text());
    expect(compare('[name="field.firstName"]').length).toBe(2);
    const merged = await maren.post(`/contacts/${iris}/merge`, {
      with: other,
      'field.firstName': 'other',
      'field.city': 'other',
      'field.company': 'kept',
    });
    expect(merged.status).toBe(303);
    expect(await detail(iris)).toMatchObject({ firstName: 'Iris M.', city: 'Rye', company: '' });
    const page = await (await maren.get(`/contacts/${iris}`)).text();
    for (const known of ['(802) 555-0154', 'The first of it', 'The rest of it'])
      expect(page).toContain(known);
    const old = await maren.get(`/contacts/${other}`);
    expect([old.status, old.headers.get('location')]).toEqual([301, `/contacts/${iris}`]);
    const threads = await rows(
      world.database.fork(),
      sql`select id, needs_reply, preview from conversation where contact_id in (${iris}, ${other})`,
    );
    expect(threads).toMatchObject([{ needs_reply: true, preview: 'The rest of it' }]);
  });

  test('of one that is gone meanwhile changes nothing', async () => {
    const merged = await maren.post(
      `/contacts/${iris}/merge`,
      { with: uuidv7() },
      { partial: true },
    );
    expect(merged.status).toBe(409);
  });
});

describe('an erasure', () => {
  test('leaves that something was said, and a number closed for good', async () => {
    await says(iris, 'My gate code is 4711');
    const erased = await erase(iris);
    expect(erased.status).toBe(303);
    const page = await maren.get(`/contacts/${iris}`);
    expect(await page.text()).toContain('This person was erased');
    const value = `+191655501${String(number).padStart(2, '0')}`;
    expect(await leftOf(value, 'gate code', 'Iris')).toEqual([]);
    const { alder, database, blobs } = world;
    await importList(
      { database, blobs, workspaceId, userId: alder.maren.id },
      smallList(`Iris,${value},,,yes,2026-11-01`),
    );
    const back = await firstRow<{ blocked: string[] }>(
      database.fork(),
      sql`select blocked from address where workspace_id = ${workspaceId} and value = ${value}`,
    );
    expect(back?.blocked).toEqual(['*']);
  });

  test('spares a number that somebody else has too', async () => {
    const value = `916-555-01${String(number).padStart(2, '0')}`;
    const other = await added('Noel', value, '');
    await erase(iris);
    expect(await (await maren.get(`/contacts/${other}`)).text()).toContain(
      `(916) 555-01${String(number).padStart(2, '0')}`,
    );
  });

  test('is not for everybody', async () => {
    const dana = await openApp(world).as(world.alder.dana);
    expect((await dana.post(`/contacts/${iris}/erasure`)).status).toBe(403);
  });

  const erase = async (id: string) => {
    const owner = await openApp(world).as(world.alder.maren);
    return owner.post(`/contacts/${id}/erasure`);
  };

  /** Where in the workspace any of these words still stand. */
  async function leftOf(...words: string[]): Promise<string[]> {
    const tables = [
      'contact',
      'address',
      'interaction',
      'conversation',
      'send',
      'provider_event',
      'attachment',
    ];
    const found: string[] = [];
    for (const table of tables) {
      for (const word of words) {
        const row = await firstRow(
          world.database.fork(),
          sql`select 1 as one from ${sql.table(table)} t where workspace_id = ${workspaceId} and strpos(t::text, ${word}) > 0 limit 1`,
        );
        if (row) found.push(`${table}: ${word}`);
      }
    }
    return found.filter((place) => !place.includes(': Iris') || place.startsWith('interaction'));
  }
});

async function added(
  firstName: string,
  mobile: string,
  email: string,
  more: object = {},
): Promise<string> {
  const made = await maren.post('/contacts', { firstName, mobile, email, country: 'US', ...more });
  return made.headers.get('location')?.slice('/contacts/'.length) ?? '';
}

async function detail(contactId: string) {
  const found = await contactDetail(world.database.fork(), { workspaceId, contactId });
  if (!found) throw new Error('no such contact');
  return found;
}

const says = (contactId: string, body: string) =>
  world.database.transaction(async (em) => {
    const at = new Date();
    const conversationId = await conversationOf(em, { workspaceId, contactId, at });
    await addInteraction(em, {
      workspaceId,
      conversationId,
      contactId,
      kind: 'message',
      channel: 'sms',
      direction: 'in',
      body,
      at,
    });
  });
