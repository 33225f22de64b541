import { execFile, spawn } from 'node:child_process';
import { renameSync, rmSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './project.mjs';
import { sayWhile } from './say.mjs';
import { buildBytes, release } from './temporal-release.mjs';
import { diskFull, Trouble } from './trouble.mjs';

const run = promisify(execFile);

/**
 * Builds Temporal from Go modules: about four minutes on two cores, once per machine.
 * Under another name first, so that a build cut short leaves nothing half done.
 * @param {string} target
 */
export async function buildTemporal(target) {
  await requireGo();
  requireRoom(dirname(target));
  const unfinished = `${target}.${process.pid}`;
  const progress = { packages: 0 };
  const words = () =>
    `building ${release.version} with Go, about 4 minutes, once per machine: ${progress.packages} packages`;
  try {
    await sayWhile('temporal', words, compile(unfinished, progress));
    renameSync(unfinished, target);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** @param {string} output @param {{ packages: number }} progress @returns {Promise<void>} */
function compile(output, progress) {
  const version = `-X github.com/temporalio/cli/internal/temporalcli.Version=${release.version}`;
  const args = ['build', '-v', '-trimpath', '-ldflags', `-s -w ${version}`, '-o', output];
  const child = spawn('go', [...args, 'github.com/temporalio/cli/cmd/temporal'], {
    cwd: join(root, 'bin/temporal'),
    env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=readonly -buildvcs=false' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  process.once('exit', () => child.kill()); // a start that is stopped takes its build along
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    words = (words + chunk).slice(-4000);
    progress.packages += chunk.split('\n').length - 1; // downloads and compiled packages, a line each
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(buildFailed(words))));
  });
}

/** @param {string} words */
function buildFailed(words) {
  const cure = diskFull.test(words)
    ? 'Free 5 GB of disk and start again.'
    : 'See that Go can reach its module proxy (GOPROXY), or set TEMPORAL_ADDRESS.';
  return new Trouble(`Temporal could not be built: ${words.trim().slice(-600)}`, cure);
}

async function requireGo() {
  const found = await goVersion();
  if (found && atLeast(found, release.go)) return;
  throw new Trouble(
    `Temporal is neither installed nor can it be downloaded, and ${found ? `Go ${found.join('.')} is too old` : 'Go is missing'} to build it.`,
    `Install Go ${release.go.join('.')} or newer (https://go.dev/dl), or the Temporal CLI ${release.version}, or set TEMPORAL_ADDRESS to a server of yours.`,
  );
}

/** @returns {Promise<number[] | undefined>} such as [1, 26, 8] */
export async function goVersion() {
  try {
    const { stdout } = await run('go', ['env', 'GOVERSION'], {
      cwd: join(root, 'bin/temporal'), // where an older Go fetches the one that go.mod asks for
      timeout: 120_000,
    });
    return stdout.trim().replace(/^go/, '').split('.').map(Number.parseFloat);
  } catch {
    return undefined; // Go is not installed
  }
}

/** @param {number[]} found @param {number[]} wanted */
function atLeast(found, wanted) {
  const at = wanted.findIndex((part, index) => part !== (found[index] ?? 0));
  return at === -1 || (found[at] ?? 0) > (wanted[at] ?? 0);
}

/** @param {string} folder */
function requireRoom(folder) {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize > buildBytes) return;
  throw new Trouble(
    `Building Temporal needs ${buildBytes / 1e9} GB, ${folder} has ${((bavail * bsize) / 1e9).toFixed(1)} GB left.`,
    'Free some disk, or set TEMPORAL_ADDRESS to a server of yours.',
  );
}
