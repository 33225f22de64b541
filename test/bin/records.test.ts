import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startedAt } from '../../bin/parts/process-identity.mjs';
import { endRecorded, record, recorded } from '../../bin/parts/records.mjs';

const world: { folder: string; sleeper?: ChildProcess; before: string | undefined } = {
  folder: '',
  before: undefined,
};

beforeEach(() => {
  world.folder = mkdtempSync(path.join(tmpdir(), 'records-'));
  world.before = process.env['DATA_DIR'];
  process.env['DATA_DIR'] = world.folder;
});

afterEach(() => {
  world.sleeper?.kill('SIGKILL');
  if (world.before === undefined) delete process.env['DATA_DIR'];
  else process.env['DATA_DIR'] = world.before;
  rmSync(world.folder, { recursive: true });
});

function sleeper(): number {
  world.sleeper = spawn('sleep', ['60']);
  return world.sleeper.pid ?? 0;
}

test('what an earlier start left running is found and ended', async () => {
  const pid = sleeper();
  record('run', 'worker', pid);

  expect(recorded('run', 'worker')?.pid).toBe(pid);
  expect(await endRecorded('run')).toEqual(['worker']);
  expect(startedAt(pid)).toBeUndefined();
  expect(await endRecorded('run')).toEqual([]);
});

test('a pid that has passed to another program is left alone', async () => {
  const pid = sleeper();
  record('run', 'worker', pid);
  const file = path.join(world.folder, 'run/worker.json');
  const entry = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...entry, started: 'another time' }));

  expect(await endRecorded('run')).toEqual([]);
  expect(startedAt(pid)).toBeDefined();
});

test('the parts of a test run are not left-overs of a start', async () => {
  const pid = sleeper();
  record('test-run', 'temporal-1', pid);

  expect(await endRecorded('run')).toEqual([]);
  expect(startedAt(pid)).toBeDefined();
});
