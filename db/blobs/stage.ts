import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

export interface StoredBlob {
  /** Name of the content, in hex. */
  sha256: string;
  /** Bytes. */
  size: number;
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
 * @param use gets the whole file and may move it away; what it leaves is removed
 * @throws BlobTooLarge as soon as `limit` bytes are passed, or whatever source and `use` throw
 */
export async function stage(
  folder: string,
  { source, limit }: { source: AsyncIterable<Uint8Array>; limit: number },
  use: (path: string, blob: StoredBlob) => Promise<void>,
): Promise<StoredBlob> {
  const incoming = join(folder, 'incoming');
  const path = join(incoming, randomUUID());
  await mkdir(incoming, { recursive: true });
  try {
    const blob = await writeWhole(path, source, limit);
    await use(path, blob);
    return blob;
  } finally {
    await rm(path, { force: true });
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
