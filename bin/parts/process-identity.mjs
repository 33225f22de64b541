import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * When a process began, as the system tells it; a pid alone may have passed to somebody else.
 * @param {number} pid
 * @returns {string | undefined} undefined when no such process lives
 */
export function startedAt(pid) {
  if (!existsSync('/proc/self/stat')) return startedAtByPs(pid);
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? undefined : `${bootId()}/${fields[18]}`;
  } catch {
    return undefined; // the process has ended
  }
}

/** @param {number} pid */
function startedAtByPs(pid) {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return undefined; // ps answers 1 for a pid that nobody has
  }
}

const bootId = () => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();

/**
 * Asks by each signal in turn, and waits for the end in between.
 * @param {number} pid
 * @param {NodeJS.Signals[]} signals
 * @param {number} patienceMs for each signal
 * @returns {Promise<boolean>} whether it has ended
 */
export async function end(pid, signals, patienceMs) {
  const born = startedAt(pid);
  for (const signal of signals) {
    const deadline = Date.now() + patienceMs;
    if (born === undefined || startedAt(pid) !== born) return true;
    process.kill(pid, signal);
    while (startedAt(pid) === born && Date.now() < deadline) await sleep(25);
  }
  return startedAt(pid) !== born;
}

/**
 * Whether a child could not start or has ended: the system's words ('' when it ended by itself), or undefined while it lives.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => string | undefined}
 */
export function failure(child) {
  /** @type {{ words?: string }} */
  const state = {};
  child.once('error', (error) => (state.words = error.message));
  child.once('exit', () => (state.words ??= ''));
  return () => state.words;
}
