import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { exclusively } from './lock.mjs';
import { cacheDir } from './project.mjs';
import { say } from './say.mjs';
import { buildTemporal } from './temporal-build.mjs';
import { downloadTemporal } from './temporal-download.mjs';
import { release } from './temporal-release.mjs';

const run = promisify(execFile);

/** Where download and build put it; named after the version, so that a newer one never meets an older. */
const cachedTemporal = () => join(cacheDir(), `temporal-${release.version}`);

/**
 * A Temporal binary that is new enough: on PATH, in our cache, downloaded, or built.
 * @returns {Promise<string>} its path
 */
export async function temporalBinary() {
  return (await foundTemporal()) ?? (await madeTemporal());
}

/** @returns {Promise<string | undefined>} one that is here already */
export async function foundTemporal() {
  if (newEnough(await serverVersion('temporal'))) return 'temporal';
  return (await serverVersion(cachedTemporal())) ? cachedTemporal() : undefined;
}

function madeTemporal() {
  const target = cachedTemporal();
  return exclusively(`${target}.lock`, {
    onWait: (pid) => say('temporal', `process ${pid} is fetching or building it; waiting`),
    async work() {
      if (existsSync(target)) return target;
      if (!(await downloadTemporal(target))) await buildTemporal(target);
      return target;
    },
  });
}

/**
 * @param {string} binary
 * @returns {Promise<string | undefined>} such as "1.32.0"; undefined when there is no such program
 */
async function serverVersion(binary) {
  try {
    const { stdout } = await run(binary, ['--version'], { timeout: 10_000 });
    return /Server (\d+\.\d+\.\d+)/.exec(stdout)?.[1];
  } catch {
    return undefined; // not installed
  }
}

/** @param {string | undefined} version */
export function newEnough(version) {
  const [major = 0, minor = 0] = (version ?? '').split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = release.oldestServer;
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
