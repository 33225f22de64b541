import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './ports.mjs';
import { dataDir, root } from './project.mjs';
import { say } from './say.mjs';
import { Trouble } from './trouble.mjs';

const leastRoom = 500e6;

/** Variables of the shell win over those of .env. By hand, for the doctor also runs on a Node 20 that cannot. */
export function readEnvFile() {
  const file = join(root, '.env');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  for (const [, name = '', value = ''] of text.matchAll(
    /^[ \t]*(\w+)[ \t]*=[ \t]*(.+?)[ \t]*$/gm,
  )) {
    process.env[name] ??= value.replace(/^(['"])(.*)\1$/, '$2');
  }
}

/** A folder for what a run leaves behind, closed to others, on a disk with some room. */
export function prepareDataDir() {
  mkdirSync(join(dataDir(), 'log'), { recursive: true, mode: 0o700 });
  const { bavail, bsize } = statfsSync(dataDir());
  if (bavail * bsize > leastRoom) return;
  throw new Trouble(
    `Only ${Math.round((bavail * bsize) / 1e6)} MB are left on the disk of ${dataDir()}.`,
    'Free at least 500 MB, or set DATA_DIR to a folder on another disk.',
  );
}

/**
 * Encrypts the credentials in the database, so it must stay the same as long as the data does.
 * @returns {string}
 */
export function appSecret() {
  const given = process.env['APP_SECRET'];
  if (given) return given;
  const file = join(dataDir(), 'secret');
  if (!existsSync(file))
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/**
 * @param {string} part
 * @param {number} usual
 * @returns {Promise<number>}
 */
export async function portFor(part, usual) {
  const port = await freePort(usual);
  if (port !== usual) say(part, `port ${usual} is in use, taking ${port}`);
  return port;
}
