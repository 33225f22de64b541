import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { postgresBinaries, postgresUser } from './postgres-binaries.mjs';
import { cloneKey, dataDir, isRoot } from './project.mjs';
import { diskFull, Trouble } from './trouble.mjs';

const run = promisify(execFile);

/**
 * As root the data lies outside the clone: PostgreSQL's own user must be able to reach it.
 * @param {string} name
 */
export const clusterFolder = (name) =>
  join(isRoot ? `/var/lib/throughline-${cloneKey()}` : dataDir(), name);

/** @param {string} name */
const passwordFile = (name) => join(dataDir(), `${name}.password`);

/** @param {string} name */
export const clusterPassword = (name) => readFileSync(passwordFile(name), 'utf8').trim();

/**
 * Creates the cluster when there is none; under another name first, so that a creation cut short leaves nothing half done.
 * @param {{ name: string, durable: boolean }} cluster
 */
export async function ensureCluster({ name, durable }) {
  const folder = clusterFolder(name);
  setAsideForeign(name, folder);
  if (existsSync(folder)) return checkVersion(folder);
  const unfinished = `${folder}.new`;
  const user = postgresUser();
  mkdirSync(dataDir(), { recursive: true, mode: 0o700 });
  mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const password = randomBytes(18).toString('base64url');
  const handedOver = join(unfinished, '..', `${name}.initial-password`);
  writeFileSync(handedOver, password, { mode: 0o600 });
  if (user) [unfinished, handedOver].forEach((path) => chownSync(path, user.uid, user.gid));
  try {
    await run(join(postgresBinaries(), 'bin/initdb'), initdbArgs(unfinished, handedOver, durable), {
      ...user,
      cwd: '/',
    });
  } catch (error) {
    throw creationFailed(folder, error);
  } finally {
    rmSync(handedOver, { force: true });
  }
  writeFileSync(passwordFile(name), `${password}\n`, { mode: 0o600 });
  renameSync(unfinished, folder);
}

/** @param {string} folder @param {string} passwordPath @param {boolean} durable */
function initdbArgs(folder, passwordPath, durable) {
  return [
    `--pgdata=${folder}`,
    `--pwfile=${passwordPath}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(durable ? [] : ['--no-sync']),
  ];
}

/** @param {string} folder @param {unknown} error */
function creationFailed(folder, error) {
  const { stderr = '' } = /** @type {{ stderr?: string }} */ (error);
  const words = stderr.trim().split('\n').slice(-2).join(' ') || String(error);
  const cure = diskFull.test(words)
    ? 'Free a few gigabytes of disk.'
    : `See that ${dirname(folder)} can be written.`;
  return new Trouble(`The database could not be created: ${words}`, cure, error);
}

/**
 * A clone that was deleted and made anew finds the data of its forerunner (as root it lies outside the clone),
 * but neither its password nor its secret: the data is kept aside, and the clone begins anew.
 * @param {string} name
 * @param {string} folder
 */
function setAsideForeign(name, folder) {
  if (!existsSync(folder) || existsSync(passwordFile(name))) return;
  const aside = `${folder}.${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
  renameSync(folder, aside);
  console.log(`PostgreSQL: data of an earlier clone was found and kept in ${aside}`);
}

/** @param {string} folder */
function checkVersion(folder) {
  const has = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  const wants = '18';
  if (has === wants) return;
  throw new Trouble(
    `The database in ${folder} was made by PostgreSQL ${has}, this is ${wants}.`,
    'Dump it with the older release first, or move the folder away to begin anew.',
  );
}

/**
 * Removes a cluster for good, when its server has stopped.
 * @param {string} name
 */
export function forgetCluster(name) {
  rmSync(clusterFolder(name), { recursive: true, force: true });
  rmSync(passwordFile(name), { force: true });
  rmSync(join(dataDir(), 'log', `${name}.log`), { force: true });
}
