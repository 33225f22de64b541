import path from 'node:path';
import { serve, type ServerType } from '@hono/node-server';
import pino from 'pino';
import { localBlobs } from '#db/blobs.ts';
import { openDatabase } from '#db/orm.ts';
import { createApp } from './app.tsx';
import { readWebEnv } from './env.ts';
import { loadAssets } from './http/assets.ts';
import { inviteFirstOwner } from './setup/invite-first-owner.ts';

const env = readWebEnv();
const log = pino({ name: 'web', level: env.LOG_LEVEL });
const database = await openDatabase(env.DATABASE_URL, { poolSize: 10, name: 'throughline-web' });
const stopping = new AbortController();
const app = createApp({
  database,
  env,
  log,
  blobs: localBlobs(path.join(env.DATA_DIR, 'blobs')),
  assets: loadAssets(),
  stopping: stopping.signal,
});
await inviteFirstOwner({ database, env, log });

const server = serve({ fetch: app.fetch, hostname: env.HOST, port: env.PORT }, ({ port }) =>
  log.info({ port, url: env.PUBLIC_URL }, 'web process is ready'),
);
server.on('error', (error) => {
  log.fatal({ err: error }, `port ${env.PORT} cannot be used; set PORT to a free one`);
  process.exit(1);
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());

/** Says no to new visitors, ends live streams, lets answers finish for a while, then goes. */
async function stop(): Promise<void> {
  stopping.abort();
  await closed(server, 10_000);
  await database.close();
  log.info('web process has stopped');
  process.exit(0);
}

async function closed(server: ServerType, patienceMs: number): Promise<void> {
  const end = new Promise((resolve) => server.close(resolve));
  const patience = new Promise((resolve) => setTimeout(resolve, patienceMs).unref());
  if ('closeIdleConnections' in server) server.closeIdleConnections();
  await Promise.race([end, patience]);
}
