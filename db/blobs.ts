import { createReadStream } from 'node:fs';
import { link, mkdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { BlobGone, stage, type StagedBlob } from './blobs/stage.ts';

export { BlobGone, BlobTooLarge, type StagedBlob, type StoredBlob } from './blobs/stage.ts';

/** Where files lie: uploads and what came with messages and calls. A content is kept once, under its own hash. */
export interface BlobStore {
  /**
   * Streams a content to this machine, whole and beside the store, so that it can be looked at first.
   * @param limit bytes at most
   * @throws BlobTooLarge as soon as the limit is passed, or whatever the source throws
   */
  stage: (source: AsyncIterable<Uint8Array>, limit: number) => Promise<StagedBlob>;
  /** Puts it into the store, where it may be already. Rows come to refer to it by `keepBlob`. */
  put: (staged: StagedBlob) => Promise<void>;
  /** @param range first and last byte, both included; @throws ENOENT from the stream where it is gone */
  read: (sha256: string, range?: { start: number; end?: number }) => Readable;
  /** Bytes, or null where there is no such content. */
  sizeOf: (sha256: string) => Promise<number | null>;
  remove: (sha256: string) => Promise<void>;
  /** A local file that holds the content, for what must seek in it; @throws BlobGone */
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
    stage: (source, limit) => stage(folder, source, limit),
    async put({ path, sha256 }) {
      await mkdir(dirname(pathOf(sha256)), { recursive: true });
      await link(path, pathOf(sha256)).catch(present);
    },
    read: (sha256, range) => createReadStream(pathOf(sha256), range),
    async sizeOf(sha256) {
      const found = await stat(pathOf(sha256)).catch(absent);
      return found?.size ?? null;
    },
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
    async fileOf(sha256) {
      const path = pathOf(sha256);
      if (!(await stat(path).catch(absent))) throw new BlobGone();
      return path;
    },
  };
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

function present(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
