import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { end, failure } from './process-identity.mjs';
import { dataDir, root } from './project.mjs';
import { Trouble } from './trouble.mjs';

const leash = fileURLToPath(new URL('leash.mjs', import.meta.url));
const largestLog = 20e6;

/**
 * @typedef {object} NodeProcess
 * @property {string} name
 * @property {string} entry its file, from the root of the project
 * @property {number} healthPort where it answers /readyz
 * @property {Record<string, string>} env
 * @property {(pid: number) => void} onSpawn told before it is ready
 */

/**
 * Starts one of our processes and waits until it says that it is ready.
 * @param {NodeProcess} process_
 * @returns {Promise<{ exited: Promise<number | null> }>}
 */
export async function startNodeProcess({ name, entry, healthPort, env, onSpawn }) {
  const log = logOf(name);
  const child = launch(entry, env, log);
  onSpawn(child.pid ?? 0);
  const failed = failure(child);
  /** @type {Promise<number | null>} */
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const deadline = Date.now() + 90_000;
  while (failed() === undefined && Date.now() < deadline) {
    if (await isReady(healthPort)) return { exited };
    await sleep(100);
  }
  await end(child.pid ?? 0, ['SIGTERM', 'SIGKILL'], 12_000);
  throw new Trouble(`${name} did not become ready: ${lastWords(log)}`, `Read ${log}.`);
}

/** @param {string} entry @param {Record<string, string>} env @param {string} log */
function launch(entry, env, log) {
  const output = openSync(log, 'a');
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', '--import', 'tsx', '--import', leash, entry],
    {
      cwd: root,
      env: { ...process.env, ...env },
      detached: true, // Ctrl-C reaches the supervisor alone, which stops the parts in order
      stdio: ['ignore', output, output, 'ipc'],
    },
  );
  closeSync(output);
  return child;
}

/** @param {number} port */
async function isReady(port) {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, {
      signal: AbortSignal.timeout(5000),
    });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false; // not listening yet
  }
}

/** @param {string} name @returns {string} its log file; one that has grown large is kept once more beside it */
export function logOf(name) {
  const log = join(dataDir(), 'log', `${name}.log`);
  if (existsSync(log) && statSync(log).size > largestLog) renameSync(log, `${log}.1`);
  return log;
}

/** @param {string} log */
export const lastWords = (log) =>
  readFileSync(log, 'utf8').trim().split('\n').slice(-6).join('\n').slice(-1500);
