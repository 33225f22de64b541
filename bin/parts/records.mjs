import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { end, startedAt } from './process-identity.mjs';
import { dataDir } from './project.mjs';

/**
 * Parts of npm start, or of a test run, whose servers another run must not take for left-overs.
 * @typedef {'run' | 'test-run'} Group
 */

/** @param {Group} group */
const folder = (group) => join(dataDir(), group);

/**
 * Notes a running part, so that a later start finds it should this one be killed.
 * @param {Group} group
 * @param {string} name
 * @param {number} pid
 * @param {{ signals?: NodeJS.Signals[], app?: string }} [more] how to end it, where it answers
 */
export function record(group, name, pid, more = {}) {
  mkdirSync(folder(group), { recursive: true, mode: 0o700 });
  const entry = { pid, started: startedAt(pid), ...more };
  writeFileSync(join(folder(group), `${name}.json`), JSON.stringify(entry));
}

/** @param {Group} group @param {string} name */
export const forget = (group, name) => rmSync(join(folder(group), `${name}.json`), { force: true });

/**
 * What is recorded of a part that still lives; a pid that has passed to another program does not count.
 * @param {Group} group
 * @param {string} name
 * @returns {{ pid: number, started: string, signals?: NodeJS.Signals[], app?: string } | undefined}
 */
export function recorded(group, name) {
  try {
    const entry = JSON.parse(readFileSync(join(folder(group), `${name}.json`), 'utf8'));
    return startedAt(entry.pid) === entry.started ? entry : undefined;
  } catch {
    return undefined; // never started, ended in good order, or cut short while being written
  }
}

/**
 * Ends the recorded parts that still live: at Ctrl-C, and at a start after one that was killed.
 * @param {Group} group
 * @param {{ left?: (name: string) => boolean, signals?: NodeJS.Signals[] }} [choice] left: which of them to end
 * @returns {Promise<string[]>} the names of those that lived
 */
export async function endRecorded(group, { left = () => true, signals } = {}) {
  const living = recordedNames(group)
    .filter(left)
    .map((name) => ({ name, entry: recorded(group, name) }));
  const ended = living.map(async ({ name, entry }) => {
    if (entry) await end(entry.pid, signals ?? entry.signals ?? ['SIGTERM', 'SIGKILL'], 12_000);
    forget(group, name);
    return entry ? [name] : [];
  });
  return (await Promise.all(ended)).flat();
}

/** @param {Group} group @returns {string[]} */
function recordedNames(group) {
  try {
    return readdirSync(folder(group)).map((file) => file.replace(/\.json$/, ''));
  } catch {
    return []; // the first start
  }
}
