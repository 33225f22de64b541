import { fileURLToPath } from 'node:url';
import { Worker } from '@temporalio/worker';
import { serveNoop } from './serve.ts';
import { noopQueues } from './contract.ts';

await serveNoop((connection) =>
  Worker.create({
    connection,
    taskQueue: noopQueues.workflows,
    workflowsPath: fileURLToPath(new URL('workflows.ts', import.meta.url)),
    maxCachedWorkflows: 1000,
  }),
);
