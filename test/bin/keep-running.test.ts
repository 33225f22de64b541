import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepRunning } from '../../bin/parts/keep-running.mjs';

const world: { folder: string; before: string | undefined } = { folder: '', before: undefined };

beforeEach(() => {
  world.folder = mkdtempSync(path.join(tmpdir(), 'keep-running-'));
  world.before = process.env['DATA_DIR'];
  process.env['DATA_DIR'] = world.folder;
});

afterEach(() => {
  if (world.before === undefined) delete process.env['DATA_DIR'];
  else process.env['DATA_DIR'] = world.before;
  rmSync(world.folder, { recursive: true });
});

const moment = (ms: number) => new Promise((resolve) => void setTimeout(resolve, ms));

/** A part whose every run ends when the test says so. */
function part() {
  const ends: ((code: number) => void)[] = [];
  const starts: number[] = [];
  return {
    ends,
    starts,
    name: 'worker',
    async start(onSpawn: (pid: number) => void) {
      onSpawn(process.pid);
      starts.push(Date.now());
      return { exited: new Promise<number | null>((resolve) => void ends.push(resolve)) };
    },
    async crash() {
      const before = starts.length;
      ends.at(-1)?.(1);
      while (starts.length === before) await moment(5);
    },
  };
}

test('a part that crashes is started again, each time after a longer pause', async () => {
  const worker = part();
  await keepRunning(worker, new AbortController().signal, 50);

  const began = Date.now();
  for (let crash = 0; crash < 3; crash += 1) await worker.crash();

  const [, first = 0, second = 0, third = 0] = worker.starts;
  expect(first - began).toBeGreaterThanOrEqual(49);
  expect(second - first).toBeGreaterThanOrEqual(99);
  expect(third - second).toBeGreaterThanOrEqual(199);
});

test('a part that ends while everything is stopped stays ended', async () => {
  const worker = part();
  const stopping = new AbortController();
  await keepRunning(worker, stopping.signal, 10);

  stopping.abort();
  worker.ends.at(-1)?.(0);
  await moment(100);

  expect(worker.starts).toHaveLength(1);
});

test('a part that does not start at all stops the start', async () => {
  const broken = { name: 'web', start: () => Promise.reject(new Error('no port')) };
  await expect(keepRunning(broken, new AbortController().signal)).rejects.toThrow('no port');
});
