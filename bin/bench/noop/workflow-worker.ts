import { fileURLToPath } from 'node:url';
import { Worker } from '@temporalio/worker';
import { evaluatedOnce } from '#activities/workflow-code.ts';
import { serveNoop } from './serve.ts';
import { noopQueues } from './contract.ts';

const workflowsPath = fileURLToPath(new URL('workflows.ts', import.meta.url));

await serveNoop((connection) =>
  Worker.create({
    connection,
    taskQueue: noopQueues.workflows,
    workflowsPath,
    bundlerOptions: evaluatedOnce(workflowsPath),
    maxCachedWorkflows: 1000,
  }),
);
