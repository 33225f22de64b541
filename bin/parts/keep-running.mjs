import { setTimeout as sleep } from 'node:timers/promises';
import { record } from './records.mjs';
import { say } from './say.mjs';
import { sentence } from './trouble.mjs';

/** @typedef {{ exited: Promise<number | null> }} Running */

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {NodeJS.Signals[]} [signals] how to end it, where SIGTERM is not the word
 * @property {(onSpawn: (pid: number) => void) => Promise<Running>} start resolves when it is ready
 */

const firstPauseMs = 1000;
const longestPauseMs = 30_000;
const steadyMs = 60_000;

/**
 * Starts a part, and starts it again whenever it ends by itself, each time after a longer pause.
 * The first start must succeed.
 * @param {Part} part
 * @param {AbortSignal} stopping from then on nothing is started again
 * @param {number} [pauseMs] the first pause
 */
export async function keepRunning(part, stopping, pauseMs = firstPauseMs) {
  const running = await start(part);
  void watch(part, running, stopping, pauseMs);
}

/** @param {Part} part @param {Running} first @param {AbortSignal} stopping @param {number} shortestMs */
async function watch(part, first, stopping, shortestMs) {
  /** @type {Running | undefined} */
  let running = first;
  for (let pauseMs = shortestMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    const since = Date.now();
    const code = await running?.exited;
    if (stopping.aborted) return;
    if (Date.now() - since > steadyMs) pauseMs = shortestMs;
    if (running) say(part.name, `ended by itself (${code ?? 'killed'})`);
    say(part.name, `starting again in ${pauseMs / 1000} s`);
    await sleep(pauseMs);
    if (stopping.aborted) return;
    running = await startAgain(part, stopping);
  }
}

/** @param {Part} part @param {AbortSignal} stopping @returns {Promise<Running | undefined>} */
async function startAgain(part, stopping) {
  try {
    const running = await start(part);
    say(part.name, 'is back');
    return running;
  } catch (error) {
    if (!stopping.aborted) say(part.name, sentence(error));
    return undefined;
  }
}

/** @param {Part} part */
const start = ({ name, signals, start: begin }) =>
  begin((pid) => record('run', name, pid, signals ? { signals } : {}));
