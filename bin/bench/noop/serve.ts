import type { NativeConnection, Worker } from '@temporalio/worker';
import { connectEngine } from '#activities/engine.ts';
import { readEngineEnv } from '#activities/env.ts';
import { serveHealth } from '#db/process/health.ts';
import { createLog } from '#db/process/log.ts';
import { onShutdown } from '#db/process/shutdown.ts';

/** Runs a worker as the product runs its own. */
export async function serveNoop(
  create: (connection: NativeConnection) => Promise<Worker>,
): Promise<void> {
  const env = readEngineEnv();
  const log = createLog('noop', env.LOG_LEVEL);
  const connection = await connectEngine(env, log);
  const worker = await create(connection);
  const running = worker.run();
  const health = await serveHealth({
    ports: [env.HEALTH_PORT],
    ready: () => Promise.resolve({ engine: worker.getState() === 'RUNNING' }),
  });
  onShutdown(log, async () => {
    health.stop();
    worker.shutdown();
    await running;
    await health.close();
    await connection.close();
  });
  await running;
}
