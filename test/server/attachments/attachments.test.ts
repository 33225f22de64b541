import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstRow, run, sql } from '#db/sql.ts';
import { byteRange } from '#server/attachments/byte-range.ts';
import { fileName } from '#server/attachments/file-name.ts';
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

test('a part is given only of the very content that the other side has', async () => {
  const etag = (await dana.get(path)).headers.get('etag') ?? '';
  const partOf = (tag: string) =>
    dana.get(path, { headers: { Range: 'bytes=2-4', 'If-Range': tag } });
  expect((await partOf(etag)).status).toBe(206);
  const other = await partOf('"another"');
  expect(other.status).toBe(200);
  expect((await other.arrayBuffer()).byteLength).toBe(size);
});

test('a file is saved under a name that leads nowhere, with the ending that it has', async () => {
  const saved = await dana.get(`${path}?download`);
  expect(saved.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''gutter/);
  const named = (name: string, contentType: string, role: 'file' | 'recording' = 'file') =>
    fileName({ name, contentType, role });
  expect([
    named('../../etc/pass\r\nwd', 'image/png'),
    named('photo.png.exe', 'image/png'),
    named('a\u202Egpj.exe', 'image/jpeg'),
    named('', 'audio/mpeg', 'recording'),
    named('', 'text/html'),
  ]).toEqual([
    '....etcpasswd.png',
    'photo.png.exe.png',
    'agpj.exe.jpg',
    'recording.mp3',
    'attachment.bin',
  ]);
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
