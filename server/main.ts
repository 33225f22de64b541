import { serve, type ServerType } from '@hono/node-server';
import { openBlobs } from '#db/blobs/open.ts';
import { openDatabase } from '#db/orm.ts';
import { serveHealth } from '#db/process/health.ts';
import { createLog } from '#db/process/log.ts';
import { onShutdown } from '#db/process/shutdown.ts';
import { createApp } from './app.tsx';
import { readWebEnv } from './env.ts';
import { checkReady } from './health.ts';
import { loadAssets } from './http/assets.ts';
import { countSql } from './http/timing.ts';
import { inviteFirstOwner } from './setup/invite-first-owner.ts';

const env = readWebEnv();
const log = createLog('web', env.LOG_LEVEL);
const database = await openDatabase(env.DATABASE_URL, {
  poolSize: 10,
  name: 'throughline-web',
  onStatement: countSql,
  keepPlans: true,
});
const stopping = new AbortController();
const deps = {
  database,
  env,
  log,
  blobs: openBlobs(env),
  assets: loadAssets(),
  stopping: stopping.signal,
};
const app = createApp(deps);
await inviteFirstOwner(deps);

const metrics =
  env.METRICS_PORT === undefined
    ? undefined
    : await serveHealth({ ports: [env.METRICS_PORT], ready: () => checkReady(deps) });
const server = serve({ fetch: app.fetch, hostname: env.HOST, port: env.PORT }, ({ port }) =>
  log.info({ port, url: env.PUBLIC_URL }, 'ready'),
);
server.on('error', (error) => {
  log.fatal({ err: error }, `port ${env.PORT} cannot be used; set PORT to a free one`);
  process.exit(1);
});

onShutdown(log, async () => {
  metrics?.stop();
  stopping.abort(); // live streams end themselves, so that the server can close
  await closed(server);
  await metrics?.close();
  await database.close();
});

async function closed(server: ServerType): Promise<void> {
  const end = new Promise((resolve) => server.close(resolve));
  if ('closeIdleConnections' in server) server.closeIdleConnections();
  await end;
}
