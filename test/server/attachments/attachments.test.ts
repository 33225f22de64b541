import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstRow, run, sql } from '#db/sql.ts';
import { byteRange } from '#server/attachments/byte-range.ts';
import { openApp, type Visitor } from '#test/support/app.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let dana: Visitor;
let path: string;
let size: number;

beforeAll(async () => {
  world = await openWorld();
  dana = await openApp(world).as(world.alder.dana);
  const found = await firstRow<{ id: string; size: number }>(
    world.database.fork(),
    sql`select t.id, b.size from attachment t join blob b on b.sha256 = t.blob_sha256 where t.state = 'stored' limit 1`,
  );
  path = `/attachments/${found?.id}`;
  size = found?.size ?? 0;
});

afterAll(() => world.end());

test('a picture is shown, and may do nothing on our origin', async () => {
  const shown = await dana.get(path);
  expect(shown.status).toBe(200);
  expect((await shown.arrayBuffer()).byteLength).toBe(size);
  expect(shown.headers.get('content-type')).toMatch(/^image\//);
  expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
  expect(shown.headers.get('content-security-policy')).toContain('sandbox');
  expect(shown.headers.get('content-disposition')).toMatch(/^inline; filename/);
});

test('a part of it is given on demand', async () => {
  const part = await dana.get(path, { headers: { Range: 'bytes=2-4' } });
  expect(part.status).toBe(206);
  expect(part.headers.get('content-range')).toBe(`bytes 2-4/${size}`);
  expect((await part.arrayBuffer()).byteLength).toBe(3);
  expect((await dana.get(path, { headers: { Range: `bytes=${size}-` } })).status).toBe(416);
});

test('who has it already is told so', async () => {
  const etag = (await dana.get(path)).headers.get('etag') ?? '';
  expect((await dana.get(path, { headers: { 'If-None-Match': etag } })).status).toBe(304);
});

test('nobody else sees it', async () => {
  const lien = await openApp(world).as(world.clinique.lien);
  expect((await lien.get(path)).status).toBe(404);
  expect((await openApp(world).stranger().get(path)).status).toBe(303);
});

test('a file that is not stored is not there', async () => {
  await run(
    world.database.fork(),
    sql`update attachment set state = 'pending' where id = ${path.slice(13)}`,
  );
  expect((await dana.get(path)).status).toBe(404);
  await run(
    world.database.fork(),
    sql`update attachment set state = 'stored' where id = ${path.slice(13)}`,
  );
});

test.each([
  [undefined, null],
  ['bytes=0-9', { start: 0, end: 9 }],
  ['bytes=90-', { start: 90, end: 99 }],
  ['bytes=-10', { start: 90, end: 99 }],
  ['bytes=0-900', { start: 0, end: 99 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=5-2', 'unsatisfiable'],
  ['bytes=0-1,4-5', null],
  ['lines=1-2', null],
])('of 100 bytes %s asks for %o', (header, range) => {
  expect(byteRange(header, 100)).toEqual(range);
});
