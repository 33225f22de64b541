import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type WorkflowBundle } from '@temporalio/worker';

const ours = fileURLToPath(new URL('../../workflows/index.ts', import.meta.url));
const made = new Map<string, Promise<WorkflowBundle>>();

/** Workflows as a worker runs them, by default the product's; bundled once in a process. */
export function workflowBundle(workflowsPath = ours): Promise<WorkflowBundle> {
  const bundle = made.get(workflowsPath) ?? bundleWorkflowCode({ workflowsPath, logger: quiet });
  made.set(workflowsPath, bundle);
  return bundle;
}

const quiet = { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} };
