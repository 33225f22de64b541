import { afterAll, beforeAll, expect, test } from 'vitest';
import { workflowIds, workflowTypes } from '#domain/names.ts';
import { temporalEngine } from '#server/temporal.ts';
import { startEngine, type Engine } from '#test/support/engine.ts';
import { recordHistory } from '#test/support/histories/record.ts';
import { until } from '#test/support/until.ts';

const accountId = crypto.randomUUID();
const importId = crypto.randomUUID();
let engine: Engine;
let begun = false;
let settled = 0;

beforeAll(async () => {
  engine = await startEngine({
    history: {
      lookForGap: async () => ({ kind: 'gap', importId }),
      beginHistory: async () => {
        begun = true;
        return { kind: 'paused' };
      },
      settleRepair: async () => {
        settled += 1;
        return 0;
      },
    },
  });
}, 60_000);
afterAll(() => engine.close());

test('a gap that somebody else walks is left to them', async () => {
  const { workflow } = engine.client;
  const walk = workflowIds.openphoneImport(importId);
  const input = { importId };
  const workspaceId = crypto.randomUUID();
  await temporalEngine(engine.client).start({
    type: workflowTypes.openphoneImport,
    id: walk,
    input,
    workspaceId,
  });
  await until(async () => begun);
  const workflowId = workflowIds.openphoneWatch(accountId);
  const options = { workflowId, taskQueue: 'workflows', args: [{ accountId }] };
  expect(await workflow.execute(workflowTypes.openphoneWatch, options)).toBe('idle');
  expect(settled).toBe(0);
  expect((await workflow.getHandle(walk).describe()).status.name).toBe('RUNNING');
  await recordHistory(engine.client, workflowId, 'openphone-watch-besides');
});
