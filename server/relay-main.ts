import { z } from 'zod';
import { openBlobs } from '#db/blobs/open.ts';
import { openDatabase } from '#db/orm.ts';
import { serveHealth } from '#db/process/health.ts';
import { createLog } from '#db/process/log.ts';
import { onShutdown } from '#db/process/shutdown.ts';
import { firstRow, sql } from '#db/sql.ts';
import { askForSchedules } from '#db/sync/schedules.ts';
import { startRelay } from './relay/relay.ts';
import { temporalClient, temporalEngine } from './temporal.ts';

const port = z.coerce.number().int().min(0).max(65_535);
const env = z
  .object({
    DATABASE_URL: z.string().min(1),
    DATA_DIR: z.string().default('.data'),
    BLOBS: z.string().optional(),
    BLOBS_KEY: z.string().optional(),
    BLOBS_SECRET: z.string().optional(),
    TEMPORAL_ADDRESS: z.string().default('127.0.0.1:7233'),
    TEMPORAL_NAMESPACE: z.string().default('default'),
    HOST: z.string().default('127.0.0.1'),
    HEALTH_PORT: port.default(0),
    METRICS_PORT: port.optional(),
    LOG_LEVEL: z.string().default('info'),
  })
  .parse(process.env);

const log = createLog('relay', env.LOG_LEVEL);
const database = await openDatabase(env.DATABASE_URL, {
  poolSize: 15,
  name: 'throughline-relay',
  keepPlans: true,
});
const engine = temporalEngine(
  temporalClient({ address: env.TEMPORAL_ADDRESS, namespace: env.TEMPORAL_NAMESPACE }),
);
// Whatever an engine has lost of them is made again.
await database.transaction((em) => askForSchedules(em));
const relay = await startRelay({
  database,
  databaseUrl: env.DATABASE_URL,
  engine,
  blobs: openBlobs(env),
  log,
});

// The engine is not asked: while it is down the relay still applies what providers send.
const health = await serveHealth({
  ports: [env.HEALTH_PORT, ...(env.METRICS_PORT === undefined ? [] : [env.METRICS_PORT])],
  host: env.HOST,
  ready: async () => ({
    database: (await firstRow(database.fork(), sql`select 1 as one`).catch(() => null)) !== null,
    listening: relay.isListening(),
  }),
});
log.info({ ports: health.ports }, 'relay is ready');

onShutdown(log, async () => {
  health.stop();
  await relay.stop();
  await engine.close();
  await health.close();
  await database.close();
});
