import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exclusively } from '../../bin/parts/lock.mjs';

const world = { folder: '' };
const lock = () => path.join(world.folder, 'build.lock');

beforeEach(() => void (world.folder = mkdtempSync(path.join(tmpdir(), 'lock-'))));
afterEach(() => rmSync(world.folder, { recursive: true }));

test('two starts do not build at once, and the second says whom it waits for', async () => {
  const waited: number[] = [];
  const state = { atOnce: 0, most: 0 };
  const build = () =>
    exclusively(lock(), {
      onWait: (pid) => waited.push(pid),
      async work() {
        state.most = Math.max(state.most, (state.atOnce += 1));
        await new Promise((resolve) => void setTimeout(resolve, 50));
        state.atOnce -= 1;
      },
    });

  await Promise.all([build(), build()]);

  expect(state.most).toBe(1);
  expect(waited).toEqual([process.pid]);
  expect(existsSync(lock())).toBe(false);
});

test('a lock whose holder was killed is taken over', async () => {
  writeFileSync(lock(), JSON.stringify({ pid: process.pid, started: 'another time' }));

  const result = await exclusively(lock(), { onWait: () => {}, work: async () => 'built' });

  expect(result).toBe('built');
});

test('a build that fails gives the lock back', async () => {
  const failing = exclusively(lock(), {
    onWait: () => {},
    work: () => Promise.reject(new Error('no room')),
  });
  await expect(failing).rejects.toThrow('no room');
  expect(existsSync(lock())).toBe(false);
});
