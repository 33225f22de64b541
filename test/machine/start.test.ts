import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../bin/parts/ports.mjs';
import { lives, notedPids, ownDataDir, startCommand, type StartCommand } from './start-command.ts';

const folder = ownDataDir();
const world: { start: StartCommand; env: Record<string, string>; stranger?: Server } = {
  start: undefined as unknown as StartCommand,
  env: {},
};

beforeAll(async () => {
  const taken = await freePort(0);
  world.stranger = createServer();
  await new Promise<void>((done) => void world.stranger?.listen(taken, '127.0.0.1', () => done()));
  world.env = { PORT: `${taken}`, DEMO: 'false' };
  world.start = startCommand(folder.dataDir, world.env);
  await world.start.up();
}, 180_000);

afterAll(async () => {
  world.start.kill('SIGTERM');
  await world.start.exited;
  world.stranger?.close();
  folder.remove();
});

const status = async (url: string) => (await fetch(url, { redirect: 'manual' })).status;
const secret = () => readFileSync(path.join(folder.dataDir, 'secret'), 'utf8');

test('the start prints where the app, the sandbox and the engine answer, and a way in', async () => {
  expect(await status(`${world.start.address('app')}/healthz`)).toBe(200);
  expect(await status(`${world.start.address('sandbox')}/healthz`)).toBe(200);
  expect(await status(world.start.address('temporal ui'))).toBe(200);
  expect(world.start.words()).toMatch(/^sign in +http\S+ \(opens once, for the owner\)$/m);
});

test('a port in use is named, and another one taken', () => {
  expect(world.start.words()).toContain(`port ${world.env['PORT']} is in use, taking`);
});

test('a second start says that the first one runs, and where', async () => {
  const second = startCommand(folder.dataDir, world.env);
  expect(await second.exited).toBe(1);
  expect(second.words()).toContain(`runs already at ${world.start.address('app')}`);
  expect(await status(`${world.start.address('app')}/healthz`)).toBe(200);
});

test('a part that is killed comes back', async () => {
  const before = notedPids(folder.dataDir)['relay'] ?? 0;
  process.kill(before, 'SIGKILL');
  await world.start.says('is back');
  expect(notedPids(folder.dataDir)['relay']).not.toBe(before);
});

test('after a kill of the supervisor the next start is up in under 20 s with the same data', async () => {
  const pids = notedPids(folder.dataDir);
  const keptSecret = secret();
  world.start.kill('SIGKILL');
  await world.start.exited;

  const began = Date.now();
  world.start = startCommand(folder.dataDir, world.env);
  await world.start.up();

  expect(Date.now() - began).toBeLessThan(20_000);
  expect(secret()).toBe(keptSecret);
  expect(Object.values(pids).filter(lives)).toEqual([]);
});

test('a stop leaves nothing running', async () => {
  const pids = Object.values(notedPids(folder.dataDir));
  expect(pids.filter(lives)).toHaveLength(pids.length);

  world.start.kill('SIGTERM');

  expect(await world.start.exited).toBe(0);
  expect(pids.filter(lives)).toEqual([]);
});
