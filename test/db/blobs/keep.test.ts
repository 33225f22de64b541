import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BlobStore } from '#db/blobs.ts';
import { keepBlob, removeUnneeded } from '#db/blobs/keep.ts';
import { rows, run, sql } from '#db/sql.ts';
import { importList, upload, type Importer } from '#test/support/imports.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let importer: Importer;
let lists = 0;

beforeAll(async () => {
  world = await openWorld();
  const { database, blobs } = world;
  const { workspaceId, maren } = world.alder;
  importer = { database, blobs, workspaceId, userId: maren.id };
});
afterAll(() => world.end());

test('the file of a list is gone when it is imported, and there again when it is uploaded again', async () => {
  const list = aList();
  await importList(importer, list);
  const sha256 = await contentOf(list);
  expect(await world.blobs.sizeOf(sha256)).toBeNull();
  await upload(importer, list);
  expect(await world.blobs.sizeOf(sha256)).toBe(list.byteLength);
});

test('a list keeps its file although another import of the same content ends while it is uploaded', async () => {
  const list = aList();
  // As if the other import ended just then: it has seen no list that waits for the content.
  const blobs: BlobStore = {
    ...world.blobs,
    put: async (staged) => {
      await world.blobs.put(staged);
      blobs.put = world.blobs.put;
      await removeUnneeded(world, staged.sha256);
    },
  };
  await upload({ ...importer, blobs }, list);
  expect(await world.blobs.sizeOf(await contentOf(list))).toBe(list.byteLength);
});

test('who takes a content away waits for whoever is recording it', async () => {
  const list = aList();
  const runId = await upload(importer, list);
  const sha256 = await contentOf(list);
  await run(
    world.database.fork(),
    sql`update import_run set state = 'cancelled' where id = ${runId}`,
  );
  await using staged = await world.blobs.stage(pieces(list), 10_000);
  let removing = Promise.resolve();
  await keepBlob(world, staged, async (em) => {
    removing = removeUnneeded(world, sha256);
    await sleep(200);
    await run(em, sql`update import_run set state = 'mapping' where id = ${runId}`);
  });
  await removing;
  expect(await world.blobs.sizeOf(sha256)).toBe(list.byteLength);
});

/** Like no other, and of one person. */
function aList(): Buffer {
  lists += 1;
  return Buffer.from(`Name,Mobile\nAda ${'I'.repeat(lists)},+1 603 555 0143\n`);
}

async function contentOf(list: Buffer): Promise<string> {
  const [found] = await rows<{ sha256: string }>(
    world.database.fork(),
    sql`select sha256 from blob where sha256 = encode(sha256(${list}), 'hex')`,
  );
  return found?.sha256 ?? '';
}

async function* pieces(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(content);
}
