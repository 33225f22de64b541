import { mkdir, rename, rm, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { placeOf } from '../blobs.ts';
import { stage } from './stage.ts';
import { sweep } from './sweep.ts';

const pathOf = (folder: string, sha256: string) => join(folder, 'copies', placeOf(sha256));

/**
 * A local copy of a content, fetched where there is none. Copies that nobody asked for in a day are
 * removed, so that a list of people does not lie about on every machine that read it.
 */
export async function cachedFile(
  folder: string,
  sha256: string,
  fetchAll: () => AsyncIterable<Uint8Array>,
): Promise<string> {
  const path = pathOf(folder, sha256);
  if (await touch(path)) return path;
  await using whole = await stage(folder, fetchAll(), Number.POSITIVE_INFINITY);
  if (whole.sha256 !== sha256) throw new Error('The store gave another content.');
  await mkdir(dirname(path), { recursive: true });
  await rename(whole.path, path);
  await sweep(join(folder, 'copies'));
  return path;
}

export const dropCached = (folder: string, sha256: string): Promise<void> =>
  rm(pathOf(folder, sha256), { force: true });

async function touch(path: string): Promise<boolean> {
  const now = new Date();
  return utimes(path, now, now).then(
    () => true,
    () => false, // it is not here
  );
}
