import { Worker } from '@temporalio/worker';
import { serveHealth } from '#db/process/health.ts';
import { createLog } from '#db/process/log.ts';
import { onShutdown } from '#db/process/shutdown.ts';
import { taskQueues } from '#domain/names.ts';
import { connectEngine } from './engine.ts';
import { readEngineEnv } from './env.ts';
import { evaluatedOnce, workflowsPath } from './workflow-code.ts';

const env = readEngineEnv();
const log = createLog('workflow-worker', env.LOG_LEVEL);
const connection = await connectEngine(env, log);
const worker = await Worker.create({
  connection,
  namespace: env.TEMPORAL_NAMESPACE,
  taskQueue: taskQueues.workflows,
  workflowsPath,
  bundlerOptions: evaluatedOnce(workflowsPath),
  maxCachedWorkflows: 1000,
  shutdownGraceTime: '8 seconds',
});
const running = worker.run();
const health = await serveHealth({
  ports: [env.HEALTH_PORT],
  ready: async () => ({ engine: worker.getState() === 'RUNNING' }),
});
log.info({ ports: health.ports }, 'workflow worker is ready');

onShutdown(log, async () => {
  health.stop();
  worker.shutdown();
  await running;
  await health.close();
  await connection.close();
});
await running;
