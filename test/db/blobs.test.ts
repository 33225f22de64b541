import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BlobTooLarge, localBlobs, type BlobStore } from '#db/blobs.ts';

let folder: string;
let blobs: BlobStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blobs-'));
  blobs = localBlobs(folder);
});

afterEach(() => rm(folder, { recursive: true }));

// sha256sum of the three letters.
const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

test('a content is kept under its hash, whatever pieces it came in', async () => {
  expect(await blobs.put(pieces('ab', 'c'), 10)).toEqual({ sha256: abc, size: 3 });
  expect(await text(abc)).toBe('abc');
  expect(await blobs.sizeOf(abc)).toBe(3);
});

test('a content above the limit leaves nothing behind', async () => {
  await expect(blobs.put(pieces('abcdef', 'ghijkl'), 10)).rejects.toThrow(BlobTooLarge);
  expect(await readdir(join(folder, 'incoming'))).toEqual([]);
});

test('a source that breaks off leaves nothing behind', async () => {
  await expect(blobs.put(broken(), 10)).rejects.toThrow('line cut');
  expect(await readdir(join(folder, 'incoming'))).toEqual([]);
});

test('a part of a content is read by its first and last byte', async () => {
  await blobs.put(pieces('abc'), 10);
  expect(await text(abc, { start: 1, end: 1 })).toBe('b');
});

test('an unknown content has no size, and a path is not a name', async () => {
  expect(await blobs.sizeOf('0'.repeat(64))).toBeNull();
  expect(() => blobs.read('../../etc/passwd')).toThrow('hash');
});

test('a removed content is gone', async () => {
  await blobs.put(pieces('abc'), 10);
  await blobs.remove(abc);
  expect(await blobs.sizeOf(abc)).toBeNull();
});

async function* pieces(...texts: string[]) {
  for (const piece of texts) yield Buffer.from(piece);
}

async function* broken() {
  yield Buffer.from('a');
  throw new Error('line cut');
}

async function text(sha256: string, range?: { start: number; end: number }): Promise<string> {
  let out = '';
  for await (const chunk of blobs.read(sha256, range)) out += String(chunk);
  return out;
}
