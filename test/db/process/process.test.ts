import { PassThrough } from 'node:stream';
import pino from 'pino';
import { Counter } from 'prom-client';
import { expect, test } from 'vitest';
import { serveHealth } from '#db/process/health.ts';
import { createLog, personalPaths } from '#db/process/log.ts';

test('a process says that it lives, whether it is ready, and what it counts', async () => {
  const state = { database: true };
  const health = await serveHealth({ ports: [0], ready: async () => state });
  const get = (path: string) => fetch(`http://127.0.0.1:${health.ports[0]}${path}`);
  new Counter({ name: 'throughline_test_total', help: 'Of this test' }).inc(3);

  expect((await get('/healthz')).status).toBe(200);
  expect(await (await get('/readyz')).json()).toEqual({ ok: true, database: true });
  expect(await (await get('/metrics')).text()).toContain('throughline_test_total 3');
  expect((await get('/elsewhere')).status).toBe(404);

  state.database = false;
  expect((await get('/readyz')).status).toBe(503);
  state.database = true;
  health.stop();
  expect((await get('/readyz')).status).toBe(503);
  expect((await get('/healthz')).status).toBe(200);
  await health.close();
});

test('a log never holds what a person wrote or where they are reached', () => {
  const out = new PassThrough();
  const log = pino({ redact: { paths: personalPaths, remove: true } }, out);
  log.info({ body: 'Hello', send: { to: '+16035550150', id: 7 }, kind: 'message' }, 'applied');
  const line = String(out.read());
  expect(line).not.toMatch(/Hello|555/);
  expect(line).toContain('"id":7');
  expect(createLog('relay', 'silent').level).toBe('silent');
});
