import { Worker } from '@temporalio/worker';
import { noopQueues, type NoopActivities } from './contract.ts';
import { serveNoop } from './serve.ts';

const activities: NoopActivities = { nothing: () => Promise.resolve({ kind: 'sent' }) };

await serveNoop((connection) =>
  Worker.create({
    connection,
    taskQueue: noopQueues.activities,
    activities,
    maxConcurrentActivityTaskExecutions: 40,
  }),
);
