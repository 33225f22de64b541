import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createWorkspace } from '#db/access/workspaces.ts';
import { addAddress, removeAddress } from '#db/contacts/addresses.ts';
import { editContact, editedNames } from '#db/contacts/edit.ts';
import { tagContacts } from '#db/contacts/tag.ts';
import { importRun } from '#db/imports/runs.ts';
import { chooseImportOptions } from '#db/imports/orders.ts';
import { firstRow, rows, run, sql } from '#db/sql.ts';
import { blankFields } from '#domain/contacts/fields.ts';
import { phoneAddress } from '#domain/contacts/typed-address.ts';
import {
  advance,
  importList,
  order,
  smallList,
  upload,
  type Importer,
} from '#test/support/imports.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let granite: Importer;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.end());

beforeEach(async () => {
  const { database, blobs } = world;
  const workspaceId = await database.transaction((em) =>
    createWorkspace(em, { name: 'Granite', mode: 'sandbox', zone: 'America/New_York' }),
  );
  granite = { database, blobs, workspaceId, userId: world.alder.maren.id };
});

const ruth = '+16035550144';
const list = smallList(
  'Ruth,603-555-0144,ruth@example.com,storm,,',
  'Abel,603-555-0145,,,yes,2026-01-05',
);

describe('what a person has changed', () => {
  test('stays as they left it', async () => {
    await importList(granite, list);
    const contact = await contactOf(ruth);
    const before = {
      fields: { ...blankFields(), firstName: 'Ruth', country: 'US' },
      custom: {},
      tags: ['storm'],
    };
    const after = {
      ...before,
      fields: { ...before.fields, firstName: 'Ruthie', company: 'Granite Dental' },
    };
    await world.database.transaction((em) =>
      editContact(em, {
        ...ordered(contact.id),
        ...after,
        revision: contact.revision,
        edited: editedNames(before, after),
      }),
    );
    const again = await importList(granite, smallList('Rutherford,603-555-0144,,,,'));
    expect(again).toMatchObject({ unchanged: 1, merged: 0 });
    expect(await contactOf(ruth)).toMatchObject({ firstName: 'Ruthie', company: 'Granite Dental' });
  });

  test('a tag that was taken away does not come back', async () => {
    await importList(granite, list);
    const { id } = await contactOf(ruth);
    const { workspaceId, userId } = granite;
    await world.database.transaction((em) =>
      tagContacts(em, {
        orderId: uuidv7(),
        workspaceId,
        userId,
        tag: 'storm',
        action: 'remove',
        whom: { ids: [id] },
      }),
    );
    expect(await importList(granite, list)).toMatchObject({ unchanged: 2 });
    expect(await contactOf(ruth)).toMatchObject({ tags: [] });
  });

  test('a number that was taken away does not come back, nor make a second contact', async () => {
    await importList(granite, list);
    const { id } = await contactOf(ruth);
    const [address] = await rows<{ id: string }>(
      world.database.fork(),
      sql`select id from address where workspace_id = ${granite.workspaceId} and value = ${ruth}`,
    );
    await world.database.transaction((em) =>
      removeAddress(em, { ...ordered(id), addressId: address?.id ?? '' }),
    );
    expect(await importList(granite, list)).toMatchObject({ unchanged: 2, created: 0 });
    expect(await contactOf(ruth).catch(() => null)).toBeNull();
  });

  test('a number that they added is found by the next list', async () => {
    await importList(granite, list);
    const { id } = await contactOf(ruth);
    const address = phoneAddress('603-555-0199', 'US');
    if (!address) throw new Error('no number');
    await world.database.transaction((em) => addAddress(em, { ...ordered(id), address }));
    expect(await importList(granite, smallList('R.,603-555-0199,,,,'))).toMatchObject({
      created: 0,
    });
  });
});

describe('an opt-out', () => {
  const refusing = smallList('Ruth,603-555-0144,,,no,2026-03-01');

  test('of a list stops texts to the number, also where another row says yes', async () => {
    const both = smallList('Ruth,603-555-0144,,,no,', 'Amos,603-555-0144,,,yes,2026-03-02');
    expect(await importList(granite, both)).toMatchObject({ suppressed: 1 });
    expect(await addressState(ruth)).toMatchObject({
      blocked: ['sms'],
      consents: { sms: 'refused' },
    });
  });

  test('is not written a second time', async () => {
    await importList(granite, refusing);
    expect(await importList(granite, refusing)).toMatchObject({ suppressed: 0, unchanged: 1 });
  });

  test('before a START leaves the START standing', async () => {
    await importList(granite, refusing);
    await start(ruth);
    expect(await importList(granite, refusing)).toMatchObject({ suppressed: 0, unchanged: 1 });
    expect(await addressState(ruth)).toMatchObject({ blocked: [] });
  });

  test('without a date is as old as the first upload of its file', async () => {
    const undated = smallList('Ruth,603-555-0144,,,no,');
    await importList(granite, undated);
    await start(ruth);
    expect(await importList(granite, undated)).toMatchObject({ suppressed: 0 });
    await tomorrow();
    const newFile = smallList('Ruth,(603) 555-0144,,,no,');
    expect(await importList(granite, newFile)).toMatchObject({ suppressed: 1 });
    expect(await addressState(ruth)).toMatchObject({ blocked: ['sms'] });
  });

  test('is never lifted by a yes', async () => {
    await importList(granite, refusing);
    await importList(granite, smallList('Ruth,603-555-0144,,,yes,2026-04-01'));
    expect(await addressState(ruth)).toMatchObject({ blocked: ['sms'] });
  });

  test('of an erased person stands when the number comes back', async () => {
    const { workspaceId } = granite;
    await run(
      world.database.fork(),
      sql`insert into address (workspace_id, kind, value) values (${workspaceId}, 'phone', address_fingerprint(${workspaceId}, 'phone', ${ruth}))`,
    );
    await importList(granite, list);
    expect(await addressState(ruth)).toMatchObject({ blocked: ['*'] });
  });
});

describe('orders', () => {
  test('a paused import writes nothing until it is resumed', async () => {
    const runId = await upload(granite, list);
    await order(granite, runId, 'start');
    await order(granite, runId, 'pause');
    expect(await advance(granite, runId)).toEqual({ kind: 'paused' });
    expect(await runRow(runId)).toMatchObject({ rowsRead: 0 });
    await order(granite, runId, 'resume');
    expect(await advance(granite, runId)).toEqual({ kind: 'over', state: 'complete' });
  });

  test('a cancelled import is over', async () => {
    const runId = await upload(granite, list);
    await order(granite, runId, 'start');
    await order(granite, runId, 'cancel');
    expect(await advance(granite, runId)).toEqual({ kind: 'over', state: 'cancelled' });
    expect(await runRow(runId)).toMatchObject({ rowsRead: 0, state: 'cancelled' });
  });

  test('other options are counted anew', async () => {
    const runId = await upload(
      granite,
      smallList('Ruth,603-555-0144,ruth@example.com,,,', 'Bo,603-555-0145,ruth@example.com,,,'),
    );
    await advance(granite, runId);
    expect((await runRow(runId)).preview?.counts).toMatchObject({ created: 2 });
    const { revision: _, ...options } = (await runRow(runId)).options;
    await world.database.transaction((em) =>
      chooseImportOptions(em, {
        orderId: uuidv7(),
        ...granite,
        runId,
        options: { ...options, mergeRule: 'mobile-or-email' },
      }),
    );
    await advance(granite, runId);
    expect((await runRow(runId)).preview).toMatchObject({
      revision: 2,
      counts: { created: 1, merged: 1 },
    });
  });
});

describe('the file', () => {
  test('is kept while another import waits for it, and no longer', async () => {
    const waiting = await upload(granite, list);
    const { blobSha256 } = await importList(granite, list);
    expect(await world.blobs.sizeOf(blobSha256)).toBe(list.byteLength);
    await order(granite, waiting, 'cancel');
    await advance(granite, waiting);
    expect(await world.blobs.sizeOf(blobSha256)).toBeNull();
  });
});

describe('a list that cannot be read', () => {
  test('is refused before anything is written, though its quotes break far behind', async () => {
    const rowsBefore = Array.from(
      { length: 150 },
      (_, i) => `Ada,603-555-${String(i % 100).padStart(4, '0')},a${i}@example.com,,,`,
    );
    const runId = await upload(
      granite,
      smallList(...rowsBefore, 'Bo,"603-555-0101,,,,', 'Cy,603-555-0102,,,,'),
    );
    await advance(granite, runId);
    expect(await runRow(runId)).toMatchObject({
      state: 'failed',
      error: 'not-a-list',
      rowsRead: 0,
    });
  });

  test('whose file is gone says so', async () => {
    const runId = await upload(granite, list);
    await world.blobs.remove((await runRow(runId)).blobSha256);
    await order(granite, runId, 'start');
    expect(await advance(granite, runId)).toEqual({ kind: 'over', state: 'failed' });
    expect(await runRow(runId)).toMatchObject({ error: 'file-gone' });
  });
});

const ordered = (contactId: string) => ({
  orderId: uuidv7(),
  workspaceId: granite.workspaceId,
  userId: granite.userId,
  contactId,
});

async function runRow(runId: string) {
  const found = await importRun(world.database.fork(), { ...granite, runId });
  if (!found) throw new Error('no such import');
  return found;
}

async function contactOf(number: string) {
  const found = await firstRow<{
    id: string;
    firstName: string;
    company: string;
    tags: string[];
    revision: number;
  }>(
    world.database.fork(),
    sql`select c.id, c.first_name as "firstName", c.company, c.tags, c.revision from contact c
      join contact_address ca on ca.contact_id = c.id join address a on a.id = ca.address_id
    where a.workspace_id = ${granite.workspaceId} and a.value = ${number}`,
  );
  if (!found) throw new Error('nobody has this number');
  return found;
}

const addressState = (number: string) =>
  firstRow<{ blocked: string[]; consents: object }>(
    world.database.fork(),
    sql`select blocked, consents from address where workspace_id = ${granite.workspaceId} and value = ${number}`,
  );

/** As the keyword does it. */
const start = (number: string) =>
  run(
    world.database.fork(),
    sql`insert into suppression (workspace_id, address_id, channel, reason, lifted_by, recorded_at)
    select workspace_id, id, 'sms', 'lifted', 'keyword', workspace_now(workspace_id) from address
    where workspace_id = ${granite.workspaceId} and value = ${number}`,
  );

const tomorrow = () =>
  run(
    world.database.fork(),
    sql`update workspace set clock_offset_ms = clock_offset_ms + 86400000 where id = ${granite.workspaceId}`,
  );
