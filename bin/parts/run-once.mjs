import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { lastWords, logOf } from './node-process.mjs';
import { root } from './project.mjs';
import { forget, record } from './records.mjs';
import { Trouble } from './trouble.mjs';

/**
 * Runs one of our commands to its end, its output in a log of its own.
 * @param {string} name
 * @param {string} entry
 * @param {Record<string, string>} env
 */
export async function runOnce(name, entry, env) {
  const log = logOf(name);
  const output = openSync(log, 'a');
  const child = spawn(process.execPath, ['--import', 'tsx', entry], {
    cwd: root,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  record('run', name, child.pid ?? 0);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  forget('run', name);
  if (code !== 0) throw new Trouble(`${name} failed: ${lastWords(log)}`, `Read ${log}.`);
}
