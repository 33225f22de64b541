import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'failpoints-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const passing = `import { failpoint } from './db/process/failpoint.ts';
failpoint('send.gated');
console.log('passed');`;

test('an armed place ends the process as a crash would, once', async () => {
  writeFileSync(join(folder, 'send.gated'), '');
  expect(await pass({ FAILPOINTS: folder })).toEqual({ said: '', signal: 'SIGKILL' });
  expect(existsSync(join(folder, 'send.gated'))).toBe(false);
  expect(await pass({ FAILPOINTS: folder })).toEqual({ said: 'passed', signal: null });
});

test('another place that is armed concerns nobody, and without the folder none is', async () => {
  writeFileSync(join(folder, 'send.recorded'), '');
  expect(await pass({ FAILPOINTS: folder })).toEqual({ said: 'passed', signal: null });
  expect(await pass({})).toEqual({ said: 'passed', signal: null });
});

async function pass(env: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', passing], {
    env: { ...process.env, ...env },
  });
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += String(part)));
  const signal = await new Promise((resolve) => child.once('exit', (_, by) => resolve(by)));
  return { said: said.trim(), signal };
}
