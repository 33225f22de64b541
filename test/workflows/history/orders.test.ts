import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHistoryActivities } from '#activities/history/history.ts';
import { signalNames, taskQueues, workflowIds, workflowTypes } from '#domain/names.ts';
import { startQuo } from '#test/sandbox/openphone/quo.ts';
import { startEngine, type Engine } from '#test/support/engine.ts';
import { attributesOf, shortType } from '#test/support/histories/history.ts';
import { recordHistory } from '#test/support/histories/record.ts';
import {
  importRow,
  openImport,
  openTelephone,
  order,
  type Telephone,
} from '#test/support/history.ts';
import { startTestTemporal } from '#test/support/temporal-server.ts';
import { until } from '#test/support/until.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

// What people order while it reads. The engine asks for a new run after some events instead of thousands.

let world: TestWorld;
let temporal: Awaited<ReturnType<typeof startTestTemporal>>;
let sandbox: Awaited<ReturnType<typeof startQuo>>;
let telephone: Telephone;
let engine: Engine;
/** Turns for requests: none while it is shut. */
const gate = { shut: false, asked: 0 };

beforeAll(async () => {
  world = await openWorld();
  temporal = await startTestTemporal(['limit.historyCount.suggestContinueAsNew=350']);
  sandbox = await startQuo({ size: 1 / 500 });
  telephone = await openTelephone(world, sandbox.url);
  const pass = async () => {
    gate.asked += 1;
    await until(async () => !gate.shut, { patienceMs: 60_000 });
  };
  const paces = { all: pass, history: pass };
  engine = await startEngine(
    { history: createHistoryActivities({ ...telephone.world, paces }) },
    temporal.address,
  );
}, 120_000);
afterAll(async () => {
  gate.shut = false;
  await engine?.close();
  await temporal?.stop();
  await sandbox?.close();
  await world?.end();
});

const start = (importId: string) =>
  engine.client.workflow.start(workflowTypes.openphoneImport, {
    workflowId: workflowIds.openphoneImport(importId),
    taskQueue: taskQueues.workflows,
    args: [{ importId }],
  });

/** Lets it ask until so many requests have been made since, and then no more. */
async function askedMore(many: number): Promise<void> {
  const from = gate.asked;
  gate.shut = false;
  await until(async () => gate.asked >= from + many, { patienceMs: 60_000 });
  gate.shut = true;
}

describe('orders', () => {
  test('paused it asks nothing, resumed it goes on where it stood', async () => {
    const importId = await openImport(telephone);
    gate.shut = true;
    const handle = await start(importId);
    await askedMore(30);
    expect(await order(telephone, importId, 'pause')).toEqual({ kind: 'given', state: 'paused' });
    await handle.signal(signalNames.woken);
    gate.shut = false;
    await quiet();
    const asked = gate.asked;
    await order(telephone, importId, 'speed', 3);
    await handle.signal(signalNames.woken);
    await quiet();
    expect(gate.asked).toBe(asked);
    await order(telephone, importId, 'resume');
    await handle.signal(signalNames.woken);
    expect(await handle.result()).toBe('complete');
    expect(await importRow(telephone, importId)).toMatchObject({
      state: 'complete',
      proof: 'whole',
      messages: 120,
      per_second: 3,
    });
    await recordHistory(
      engine.client,
      workflowIds.openphoneImport(importId),
      'openphone-import-paused',
      handle.firstExecutionRunId,
    );
  }, 120_000);

  test('cancelled it ends, and takes no order any more', async () => {
    const importId = await openImport(telephone);
    gate.shut = true;
    const handle = await start(importId);
    await askedMore(10);
    await order(telephone, importId, 'cancel');
    await handle.signal(signalNames.woken);
    gate.shut = false;
    expect(await handle.result()).toBe('cancelled');
    expect(await order(telephone, importId, 'resume')).toEqual({
      kind: 'refused',
      state: 'cancelled',
    });
    await recordHistory(
      engine.client,
      workflowIds.openphoneImport(importId),
      'openphone-import-cancelled',
    );
  }, 120_000);

  test('with a key that is refused it fails, and says so', async () => {
    const other = await openTelephone(world, sandbox.url, { apiKey: 'revoked' });
    const importId = await openImport(other);
    const handle = await start(importId);
    expect(await handle.result()).toBe('failed');
    expect(await importRow(other, importId)).toMatchObject({ failure: 'key-refused' });
    await recordHistory(
      engine.client,
      workflowIds.openphoneImport(importId),
      'openphone-import-failed',
    );
  }, 60_000);

  /** Until two looks a while apart find the same. */
  async function quiet(): Promise<void> {
    let last = -1;
    await until(
      async () => {
        const same = gate.asked === last;
        last = gate.asked;
        return same;
      },
      { everyMs: 1_500, patienceMs: 60_000 },
    );
  }
});

test('a history that grows too long goes on in a new run', async () => {
  const other = await openTelephone(world, sandbox.url);
  const importId = await openImport(other);
  const handle = await start(importId);
  expect(await handle.result()).toBe('complete');
  expect(await importRow(other, importId)).toMatchObject({
    proof: 'whole',
    messages: 120,
    conversations: 4,
  });
  const workflowId = workflowIds.openphoneImport(importId);
  const last = await engine.client.workflow.getHandle(workflowId).fetchHistory();
  const first = last.events?.[0]?.workflowExecutionStartedEventAttributes?.firstExecutionRunId;
  const history = await recordHistory(
    engine.client,
    workflowId,
    'openphone-import-continues-as-new',
    first ?? undefined,
  );
  const ended = history.events.at(-1)!;
  expect(shortType(ended)).toBe('WorkflowExecutionContinuedAsNew');
  const { newExecutionRunId } = attributesOf(ended);
  await recordHistory(
    engine.client,
    workflowId,
    'openphone-import-continued',
    String(newExecutionRunId),
  );
}, 120_000);
