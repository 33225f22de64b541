import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const DAY_MS = 86_400_000;

/** Removes the files below a folder that nobody touched in a day. */
export async function sweep(folder: string): Promise<void> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const file of files.filter((one) => one.isFile())) {
    const path = join(file.parentPath, file.name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() })); // another swept it
    if (Date.now() - mtimeMs > DAY_MS) await rm(path, { force: true });
  }
}
