import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { password } from '../users.ts';

/** Leaves word of how to sign in, for whoever starts the product. */
export async function writeSignIn(dataDir: string, way: { app: string; email: string }) {
  await mkdir(dataDir, { recursive: true });
  const text = JSON.stringify({ ...way, password }, null, 2);
  await writeFile(join(dataDir, 'sign-in.json'), `${text}\n`, { mode: 0o600 });
}
