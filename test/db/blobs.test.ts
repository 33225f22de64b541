import { mkdtemp, readdir, readFile, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BlobTooLarge, localBlobs, type BlobStore } from '#db/blobs.ts';
import { openBlobs, s3Settings } from '#db/blobs/open.ts';
import { s3Blobs, type S3Settings } from '#db/blobs/s3.ts';
import { noS3Server, startS3Server } from '#test/support/s3-server.ts';

let folder: string;
let blobs: BlobStore;

// sha256sum of the three letters.
const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blobs-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('in a folder', () => {
  beforeEach(() => {
    blobs = localBlobs(folder);
  });
  keepsContents();
});

describe.skipIf(noS3Server())('in a bucket', () => {
  let service: Awaited<ReturnType<typeof startS3Server>>;
  beforeAll(async () => {
    service = await startS3Server();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    blobs = s3Blobs(service, folder);
    await blobs.remove(abc);
  });
  keepsContents();

  test('a content is there for another machine, below the prefix', async () => {
    await put(blobs, pieces('abc'));
    const other = s3Blobs(service, join(folder, 'other'));
    expect(await textOf(other.read(abc))).toBe('abc');
    const elsewhere = s3Blobs({ ...service, prefix: 'elsewhere/' }, folder);
    expect(await elsewhere.sizeOf(abc)).toBeNull();
  });

  test('a content whose name is another one is refused by the service', async () => {
    const url = `${service.endpoint}/${service.bucket}/x`;
    const unsigned = await fetch(url, { method: 'PUT', body: 'abc' });
    expect(unsigned.status).toBe(403);
    const stranger: S3Settings = { ...service, secretAccessKey: 'wrong' };
    const refused = s3Blobs(stranger, folder);
    await using staged = await refused.stage(pieces('abc'), 10);
    await expect(refused.put(staged)).rejects.toThrow('The store answered put with 403.');
    await expect(refused.sizeOf(abc)).rejects.toThrow('The store answered head with 403.');
  });

  test('a copy to seek in is fetched once, and kept for a day after its last use', async () => {
    await put(blobs, pieces('abc'));
    const copy = await blobs.fileOf(abc);
    await blobs.remove(abc);
    await expect(blobs.fileOf(abc)).rejects.toThrow('gone');

    await put(blobs, pieces('abc'));
    expect(await blobs.fileOf(abc)).toBe(copy);
    const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
    await utimes(copy, twoDaysAgo, twoDaysAgo);
    const { sha256 } = await put(blobs, pieces('other'));
    await blobs.fileOf(sha256);
    await expect(readFile(copy)).rejects.toThrow('ENOENT');
  });

  test('a content of megabytes goes up and comes down whole', async () => {
    const piece = Buffer.alloc(1024 * 1024, 'x');
    const { sha256, size } = await put(blobs, many(piece, 12));
    expect(size).toBe(12 * 1024 * 1024);
    expect(await blobs.sizeOf(sha256)).toBe(size);
    expect((await readFile(await blobs.fileOf(sha256))).byteLength).toBe(size);
    await blobs.remove(sha256);
  });
});

describe('where contents lie', () => {
  const keys = { BLOBS_KEY: 'k', BLOBS_SECRET: 's' };

  test('is below DATA_DIR unless a bucket is named', async () => {
    const { sha256 } = await put(openBlobs({ DATA_DIR: folder }), pieces('abc'));
    expect(await readFile(join(folder, 'blobs', sha256.slice(0, 2), sha256), 'utf8')).toBe('abc');
  });

  test('is told by one address', () => {
    const text = 's3://firm/files/?endpoint=https://storage.example.com/&region=eu-central-1';
    expect(s3Settings(text, keys)).toEqual({
      endpoint: 'https://storage.example.com',
      bucket: 'firm',
      prefix: 'files/',
      region: 'eu-central-1',
      accessKeyId: 'k',
      secretAccessKey: 's',
    });
    expect(s3Settings('s3://firm?region=eu-west-1', keys)).toMatchObject({
      endpoint: 'https://s3.eu-west-1.amazonaws.com',
      prefix: '',
    });
  });

  test.each([
    ['/var/files', keys, 'BLOBS must be like s3://'],
    ['s3://firm', {}, 'BLOBS needs BLOBS_KEY and BLOBS_SECRET.'],
    ['s3://firm?endpoint=storage.example.com', keys, 'must begin with https://'],
  ])('is refused at the start where %s with %o cannot be meant', (text, given, words) => {
    expect(() => s3Settings(text, given)).toThrow(words);
  });
});

/** What every store does. */
function keepsContents(): void {
  test('a content is kept under its hash, whatever pieces it came in', async () => {
    expect(await put(blobs, pieces('ab', 'c'))).toEqual({ sha256: abc, size: 3 });
    expect(await textOf(blobs.read(abc))).toBe('abc');
    expect(await blobs.sizeOf(abc)).toBe(3);
    expect(await readFile(await blobs.fileOf(abc), 'utf8')).toBe('abc');
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
  });

  test('a content is staged beside the store, and put there as often as one likes', async () => {
    const store = blobs;
    {
      await using staged = await store.stage(pieces('abc'), 10);
      expect(await readFile(staged.path, 'utf8')).toBe('abc');
      expect(await store.sizeOf(abc)).toBeNull();
      await store.put(staged);
      await store.put(staged);
      await store.remove(abc);
      await store.put(staged);
    }
    expect(await textOf(store.read(abc))).toBe('abc');
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
  });

  test('what a killed process left beside the store is removed after a day', async () => {
    const left = await blobs.stage(pieces('ab'), 10);
    const yesterday = new Date(Date.now() - 25 * 3_600_000);
    await utimes(left.path, yesterday, yesterday);
    await using fresh = await blobs.stage(pieces('cd'), 10);
    await using other = await blobs.stage(pieces('ef'), 10);
    const names = [fresh.path, other.path].map((path) => basename(path));
    expect((await readdir(join(folder, 'incoming'))).toSorted()).toEqual(names.toSorted());
  });

  test('a content above the limit leaves nothing behind', async () => {
    await expect(blobs.stage(pieces('abcdef', 'ghijkl'), 10)).rejects.toThrow(BlobTooLarge);
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
  });

  test('a source that breaks off leaves nothing behind', async () => {
    await expect(blobs.stage(broken(), 10)).rejects.toThrow('line cut');
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
  });

  test('a part of a content is read by its first and last byte', async () => {
    await put(blobs, pieces('abc'));
    expect(await textOf(blobs.read(abc, { start: 1, end: 1 }))).toBe('b');
    expect(await textOf(blobs.read(abc, { start: 1 }))).toBe('bc');
  });

  test('an unknown content has no size, and a path is not a name', async () => {
    const unknown = '0'.repeat(64);
    expect(await blobs.sizeOf(unknown)).toBeNull();
    await expect(textOf(blobs.read(unknown))).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(blobs.fileOf(unknown)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(() => blobs.read('../../etc/passwd')).toThrow('hash');
  });

  test('a removed content is gone', async () => {
    await put(blobs, pieces('abc'));
    await blobs.remove(abc);
    expect(await blobs.sizeOf(abc)).toBeNull();
  });
}

async function put(store: BlobStore, source: AsyncIterable<Uint8Array>) {
  await using staged = await store.stage(source, 20 * 1024 * 1024);
  await store.put(staged);
  return { sha256: staged.sha256, size: staged.size };
}

async function* pieces(...texts: string[]) {
  for (const piece of texts) yield Buffer.from(piece);
}

async function* many(piece: Buffer, times: number) {
  for (let i = 0; i < times; i += 1) yield await Promise.resolve(piece);
}

async function* broken() {
  yield Buffer.from('a');
  throw new Error('line cut');
}

async function textOf(source: AsyncIterable<unknown>): Promise<string> {
  let out = '';
  for await (const chunk of source) out += String(chunk);
  return out;
}
