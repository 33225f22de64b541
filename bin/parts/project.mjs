import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the clone. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** Where everything lives that a run leaves behind; git-ignored. Read late, so that .env may set it. */
export const dataDir = () => resolve(root, process.env['DATA_DIR'] ?? '.data');

/** Shared by all clones on this machine: the Temporal server is built once. */
export const cacheDir = () =>
  join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'throughline');

/** Tells one clone's folders from another's in places that all clones share, such as /var/lib. */
export const cloneKey = () => createHash('sha256').update(dataDir()).digest('hex').slice(0, 12);

export const isRoot = process.getuid?.() === 0;
