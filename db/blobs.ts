import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Db } from './orm.ts';
import { firstRow, run, sql } from './sql.ts';

export interface StoredBlob {
  /** Name of the content, in hex. */
  sha256: string;
  /** Bytes. */
  size: number;
}

/** Where files lie: uploads and what came with messages. A content is kept once, under its own hash. */
export interface BlobStore {
  /**
   * Streams a content in; nothing is kept unless it arrives whole.
   * @param limit bytes at most
   * @throws BlobTooLarge as soon as the limit is passed, or whatever the source throws
   */
  put: (source: AsyncIterable<Uint8Array>, limit: number) => Promise<StoredBlob>;
  /** @param range first and last byte, both included; @throws ENOENT from the stream where it is gone */
  read: (sha256: string, range?: { start: number; end?: number }) => ReadStream;
  /** Bytes, or null where there is no such content. */
  sizeOf: (sha256: string) => Promise<number | null>;
  remove: (sha256: string) => Promise<void>;
  /** A local file that holds the content, for what must seek in it. */
  fileOf: (sha256: string) => string;
}

export class BlobTooLarge extends Error {
  readonly limit: number;

  constructor(limit: number) {
    super(`The content is larger than ${limit} bytes.`);
    this.name = 'BlobTooLarge';
    this.limit = limit;
  }
}

/** Files below `folder`, as `ab/abcd...`. */
export function localBlobs(folder: string): BlobStore {
  const placeOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('A content is named by its hash.');
    return join(folder, sha256.slice(0, 2), sha256);
  };

  return {
    async put(source, limit) {
      const incoming = join(folder, 'incoming', randomUUID());
      await mkdir(dirname(incoming), { recursive: true });
      try {
        const blob = await writeWhole(incoming, source, limit);
        const place = placeOf(blob.sha256);
        await mkdir(dirname(place), { recursive: true });
        await rename(incoming, place);
        return blob;
      } catch (error) {
        await rm(incoming, { force: true });
        throw error;
      }
    },
    read: (sha256, range) => createReadStream(placeOf(sha256), range),
    async sizeOf(sha256) {
      const found = await stat(placeOf(sha256)).catch(absent);
      return found?.size ?? null;
    },
    remove: (sha256) => rm(placeOf(sha256), { force: true }),
    fileOf: placeOf,
  };
}

async function writeWhole(
  path: string,
  source: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<StoredBlob> {
  const file = await open(path, 'wx');
  try {
    const blob = await pour(source, file, limit);
    // A row will say that the content is here: it must outlast a power cut.
    await file.sync();
    return blob;
  } finally {
    await file.close();
  }
}

async function pour(
  source: AsyncIterable<Uint8Array>,
  file: FileHandle,
  limit: number,
): Promise<StoredBlob> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of source) {
    size += chunk.byteLength;
    if (size > limit) throw new BlobTooLarge(limit);
    hash.update(chunk);
    await file.writeFile(chunk);
  }
  return { sha256: hash.digest('hex'), size };
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

/** Records that a content is in the store; rows refer to it from then on. */
export async function recordBlob(
  em: Db,
  blob: StoredBlob & { contentType: string },
): Promise<void> {
  await run(
    em,
    sql`insert into blob (sha256, size, content_type) values (${blob.sha256}, ${blob.size}, ${blob.contentType})
    on conflict (sha256) do nothing`,
  );
}

/** Whether any row says that this content is in the store. */
export async function blobIsUsed(em: Db, sha256: string): Promise<boolean> {
  return (
    (await firstRow(em, sql`select 1 as one from blob where sha256 = ${sha256}`)) !== undefined
  );
}
