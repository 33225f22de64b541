import { Worker } from '@temporalio/worker';
import { openBlobs } from '#db/blobs/open.ts';
import { openDatabase } from '#db/orm.ts';
import { serveHealth } from '#db/process/health.ts';
import { createLog } from '#db/process/log.ts';
import { onShutdown } from '#db/process/shutdown.ts';
import { sql, firstRow } from '#db/sql.ts';
import { connectEngine } from './engine.ts';
import { readWorldEnv } from './env.ts';
import { createActivities } from './index.ts';
import { providerAccounts } from './providers/accounts.ts';

const env = readWorldEnv();
const log = createLog('worker', env.LOG_LEVEL);
const database = await openDatabase(env.DATABASE_URL, {
  poolSize: 24,
  name: 'throughline-worker',
  keepPlans: true,
});
const connection = await connectEngine(env, log);
const world = {
  database,
  provider: providerAccounts(database, {
    secret: env.APP_SECRET,
    sandboxUrl: env.SANDBOX_URL,
    publicUrl: env.PUBLIC_URL,
  }),
  publicUrl: env.PUBLIC_URL,
  blobs: openBlobs(env),
  secret: env.APP_SECRET,
  sandboxUrl: env.SANDBOX_URL,
};
const workers = await Promise.all(
  createActivities(world).map(({ taskQueue, atOnce, activities }) =>
    Worker.create({
      connection,
      namespace: env.TEMPORAL_NAMESPACE,
      taskQueue,
      activities,
      maxConcurrentActivityTaskExecutions: atOnce,
      shutdownGraceTime: '8 seconds',
    }),
  ),
);
const running = Promise.all(workers.map((worker) => worker.run()));
const health = await serveHealth({
  ports: [env.HEALTH_PORT],
  ready: async () => ({
    engine: workers.every((worker) => worker.getState() === 'RUNNING'),
    database: (await firstRow(database.fork(), sql`select 1 as one`).catch(() => null)) !== null,
  }),
});
log.info({ ports: health.ports }, 'activity worker is ready');

onShutdown(log, async () => {
  health.stop();
  for (const worker of workers) worker.shutdown();
  await running;
  await health.close();
  await connection.close();
  await database.close();
});
await running;
