import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './project.mjs';
import { nothing } from './tally.mjs';

/**
 * Runs one check; its words are shown only when it fails.
 * @param {string} name
 * @param {string} command from node_modules/.bin
 * @param {string[]} args
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runCheck(name, command, args) {
  const began = Date.now();
  const { code, words } = await output(join(root, 'node_modules/.bin', command), args);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'passed' : 'FAILED'}   ${name} (${seconds} s)`);
  if (code !== 0) console.log(words);
  return code === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 };
}

/** @param {string} command @param {string[]} args @returns {Promise<{ code: number | null, words: string }>} */
function output(command, args) {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks = /** @type {Buffer[]} */ ([]);
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  child.stderr.on('data', (chunk) => chunks.push(chunk));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, words: error.message }));
    child.once('close', (code) => resolve({ code, words: Buffer.concat(chunks).toString() }));
  });
}
