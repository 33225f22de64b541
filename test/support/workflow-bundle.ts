import { bundleWorkflowCode, type WorkflowBundle } from '@temporalio/worker';
import { evaluatedOnce, workflowsPath } from '#activities/workflow-code.ts';

const made = new Map<string, Promise<WorkflowBundle>>();

/** Workflows as a worker runs them, by default the product's; bundled once in a process. */
export function workflowBundle(path = workflowsPath): Promise<WorkflowBundle> {
  const bundle =
    made.get(path) ??
    bundleWorkflowCode({ workflowsPath: path, ...evaluatedOnce(path), logger: quiet });
  made.set(path, bundle);
  return bundle;
}

const quiet = { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} };
