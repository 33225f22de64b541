import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));

test('the proof’s product without reconciliation loads in place of the one with it', async () => {
  const code = `process.stdout.write(String((await import('#activities/sending/proof.ts')).findProof))`;
  const hook = './bin/prove/without-reconciliation.mjs';
  const args = ['--import', hook, '--input-type=module', '--eval', code];
  const { stdout } = await run(process.execPath, args, { cwd: root });
  expect(stdout).toContain('not-taken');
  expect(stdout).not.toContain('list');
});
