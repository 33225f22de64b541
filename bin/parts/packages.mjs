import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installedFits } from './lock-file.mjs';
import { exclusively } from './lock.mjs';
import { dataDir, root } from './project.mjs';
import { say, sayWhile } from './say.mjs';
import { diskFull, Trouble } from './trouble.mjs';

/** Installs from the lock file when packages are missing or differ from it. */
export async function ensurePackages() {
  if (packagesFit()) return;
  await exclusively(join(dataDir(), 'packages.lock'), {
    onWait: (pid) => say('packages', `process ${pid} is installing them; waiting`),
    work: async () => void (packagesFit() || (await install())),
  });
}

/**
 * npm keeps what it installed in a lock file of its own.
 * @returns {boolean}
 */
export function packagesFit() {
  const wanted = lockedPackages(join(root, 'package-lock.json'));
  const found = lockedPackages(join(root, 'node_modules/.package-lock.json'));
  const hasNode = existsSync(join(root, 'node_modules/node/bin/node'));
  return hasNode && wanted !== undefined && found !== undefined && installedFits(wanted, found);
}

/** @param {string} file @returns {Record<string, import('./lock-file.mjs').LockedPackage> | undefined} */
function lockedPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

/** @returns {Promise<void>} */
function install() {
  const child = spawn('npm', ['ci', '--no-progress'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (chunk) => (words = (words + chunk).slice(-100_000)));
  const done = new Promise((resolve, reject) => {
    child.once('error', () =>
      reject(new Trouble('npm is not installed.', 'Install npm 10 or newer.')),
    );
    child.once('exit', (code) => (code === 0 ? resolve(undefined) : reject(installFailed(words))));
  });
  return sayWhile('packages', () => 'installing from the lock file', done);
}

/** @param {string} words */
function installFailed(words) {
  const lines = words
    .split('\n')
    .filter((line) => line.startsWith('npm error'))
    .map((line) => line.replace(/^npm error\s*/, ''))
    .filter((line) => line !== '' && !line.startsWith('code '));
  const cure = diskFull.test(words)
    ? 'Free 2 GB of disk and start again.'
    : 'See that npm can reach its registry ("npm ping"), and start again.';
  return new Trouble(`The packages could not be installed: ${lines.slice(0, 3).join(' ')}`, cure);
}
