import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './project.mjs';
import { Trouble } from './trouble.mjs';

const packaged = join(root, 'node_modules/node/bin/node');
const major = Number(process.versions.node.split('.')[0]);

/** Before anything is installed the machine's own Node does the work; it must be able to. */
export function requireNode20() {
  if (major >= 20) return;
  throw new Trouble(
    `This is Node ${process.versions.node}; Throughline begins with Node 20 and brings the one that it runs on.`,
    'Install Node 20 or newer.',
  );
}

/**
 * Goes on in a script on Node 24: here when this is one, else in the packaged one.
 * @param {URL} script
 */
export async function continueOnNode24(script) {
  if (major >= 24) return void (await import(script.href));
  const child = spawn(packaged, [fileURLToPath(script), ...process.argv.slice(2)], {
    cwd: root,
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`,
    },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'], // its closing tells the child that we are gone
  });
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  process.exitCode = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
