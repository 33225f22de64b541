import { mkdirSync, writeFileSync } from 'node:fs';
import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';
import { workflowBundle } from './engine.ts';

/**
 * The history of a workflow that has run, replayed against the code as it is.
 * With RECORD_HISTORIES set it is written down for the tests of later versions.
 */
export async function recordHistory(
  client: Client,
  workflowId: string,
  name: string,
): Promise<unknown> {
  const history = await client.workflow.getHandle(workflowId).fetchHistory();
  await Worker.runReplayHistory({ workflowBundle: await workflowBundle() }, history, workflowId);
  const json: unknown = JSON.parse(historyToJSON(history));
  if (process.env.RECORD_HISTORIES) {
    mkdirSync('test/histories', { recursive: true });
    writeFileSync(`test/histories/${name}.json`, `${JSON.stringify(json, withoutMachine, 1)}\n`);
  }
  return json;
}

/** Which process of which machine did a task, and where its code lies, says nothing to a later version. */
function withoutMachine(key: string, value: unknown): unknown {
  if (key === 'stackTrace') return '';
  return typeof value === 'string' && /^\d+@[\w.-]+$/.test(value) ? 'worker' : value;
}
