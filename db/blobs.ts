import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { stage, type StoredBlob } from './blobs/stage.ts';
import type { Db } from './orm.ts';
import { firstRow, run, sql } from './sql.ts';

export { BlobTooLarge, type StoredBlob } from './blobs/stage.ts';

/** Where files lie: uploads and what came with messages and calls. A content is kept once, under its own hash. */
export interface BlobStore {
  /**
   * Streams a content in; nothing is kept unless it arrives whole.
   * @param limit bytes at most
   * @throws BlobTooLarge as soon as the limit is passed, or whatever the source throws
   */
  put: (source: AsyncIterable<Uint8Array>, limit: number) => Promise<StoredBlob>;
  /** @param range first and last byte, both included; @throws ENOENT from the stream where it is gone */
  read: (sha256: string, range?: { start: number; end?: number }) => Readable;
  /** Bytes, or null where there is no such content. */
  sizeOf: (sha256: string) => Promise<number | null>;
  remove: (sha256: string) => Promise<void>;
  /** A local file that holds the content, for what must seek in it; @throws ENOENT where it is gone */
  fileOf: (sha256: string) => Promise<string>;
}

/** Where a content lies below a folder or in a bucket: `ab/abcd...`. */
export function placeOf(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('A content is named by its hash.');
  return `${sha256.slice(0, 2)}/${sha256}`;
}

/** Files below `folder`. */
export function localBlobs(folder: string): BlobStore {
  const pathOf = (sha256: string) => join(folder, placeOf(sha256));
  return {
    put: (source, limit) =>
      stage(folder, { source, limit }, async (path, { sha256 }) => {
        await mkdir(dirname(pathOf(sha256)), { recursive: true });
        await rename(path, pathOf(sha256));
      }),
    read: (sha256, range) => createReadStream(pathOf(sha256), range),
    async sizeOf(sha256) {
      const found = await stat(pathOf(sha256)).catch(absent);
      return found?.size ?? null;
    },
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
    async fileOf(sha256) {
      const path = pathOf(sha256);
      await stat(path);
      return path;
    },
  };
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
