import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startedAt } from './process-identity.mjs';

/**
 * Runs the work while no other process does the same; a lock whose holder has died is taken over.
 * @template T
 * @param {string} file
 * @param {{ onWait: (pid: number) => void, work: () => Promise<T> }} task
 * @returns {Promise<T>}
 */
export async function exclusively(file, { onWait, work }) {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  let told = false;
  while (!take(file)) {
    const holder = readHolder(file);
    if (holder && startedAt(holder.pid) !== holder.started) rmSync(file, { force: true });
    else if (holder && !told) onWait(holder.pid);
    told = true;
    await sleep(500);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function take(file) {
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, JSON.stringify({ pid: process.pid, started: startedAt(process.pid) }));
    closeSync(handle);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file @returns {{ pid: number, started: string | undefined } | undefined} */
function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // given back, or being written, at this very moment
  }
}
