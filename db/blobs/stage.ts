import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { sweep } from './sweep.ts';

export interface StoredBlob {
  /** Name of the content, in hex. */
  sha256: string;
  /** Bytes. */
  size: number;
}

/** On this machine and not in the store: gone with its scope (`await using`). */
export interface StagedBlob extends StoredBlob, AsyncDisposable {
  /** A local file that holds it. */
  path: string;
}

/** The store has no such content, or no more. */
export class BlobGone extends Error {
  readonly code = 'ENOENT';

  constructor() {
    super('The content is gone.');
    this.name = 'BlobGone';
  }
}

export class BlobTooLarge extends Error {
  readonly limit: number;

  constructor(limit: number) {
    super(`The content is larger than ${limit} bytes.`);
    this.name = 'BlobTooLarge';
    this.limit = limit;
  }
}

/**
 * Streams a content into a file of its own below `folder`, whole or not at all.
 * @throws BlobTooLarge as soon as `limit` bytes are passed, or whatever the source throws
 */
export async function stage(
  folder: string,
  source: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<StagedBlob> {
  const incoming = join(folder, 'incoming');
  const path = join(incoming, randomUUID());
  const drop = () => rm(path, { force: true });
  await mkdir(incoming, { recursive: true });
  // What a process left that was killed names people too.
  await sweep(incoming);
  try {
    const stored = await writeWhole(path, source, limit);
    return { ...stored, path, [Symbol.asyncDispose]: drop };
  } catch (error) {
    await drop();
    throw error;
  }
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
