import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHistoryActivities } from '#activities/history/history.ts';
import { taskQueues, workflowIds, workflowTypes } from '#domain/names.ts';
import { startQuo } from '#test/sandbox/openphone/quo.ts';
import { startEngine, type Engine } from '#test/support/engine.ts';
import { recordHistory } from '#test/support/histories/record.ts';
import {
  contentsOf,
  importRow,
  openImport,
  openTelephone,
  runImport,
  type Telephone,
} from '#test/support/history.ts';
import { mortalDatabase } from '#test/support/history/mortal-database.ts';
import { temporalAddress } from '#test/support/temporal.ts';
import { appSecret, openWorld, type TestWorld } from '#test/support/world.ts';

// Ten conversations, read undisturbed and read by those who die: the same rows must be left behind.

const marks = ['before:3', 'within:9', 'after:14'];

let world: TestWorld;
let sandbox: Awaited<ReturnType<typeof startQuo>>;
let undisturbed: Awaited<ReturnType<typeof contentsOf>>;
let worker: ChildProcess | undefined;
const engines: Engine[] = [];

beforeAll(async () => {
  world = await openWorld();
  sandbox = await startQuo({ size: 1 / 200 });
  const telephone = await openTelephone(world, sandbox.url);
  const engine = await engineFor({ history: createHistoryActivities(telephone.world) });
  const importId = await openImport(telephone);
  await runImport(engine, importId);
  undisturbed = await contentsOf(telephone);
  await recordHistory(
    engine.client,
    workflowIds.openphoneImport(importId),
    'openphone-import-complete',
  );
}, 120_000);

afterAll(async () => {
  worker?.kill('SIGKILL');
  for (const engine of engines) await engine.close();
  await sandbox?.close();
  await world?.end();
});

async function engineFor(activities: Parameters<typeof startEngine>[0]): Promise<Engine> {
  const engine = await startEngine(activities);
  engines.push(engine);
  return engine;
}

test('an import that dies at twenty-four pages leaves the same rows behind', async () => {
  const telephone = await openTelephone(world, sandbox.url);
  const { database, deaths } = mortalDatabase(world.database, { every: 7, times: 24 });
  const engine = await engineFor({
    history: createHistoryActivities({ ...telephone.world, database }),
  });
  const importId = await openImport(telephone);
  await runImport(engine, importId);
  expect(deaths()).toBe(24);
  await expectTheSame(telephone, importId);
}, 180_000);

test('an import whose worker is killed leaves the same rows behind', async () => {
  const telephone = await openTelephone(world, sandbox.url);
  const engine = await engineFor({});
  const importId = await openImport(telephone);
  const handle = await engine.client.workflow.start(workflowTypes.openphoneImport, {
    workflowId: workflowIds.openphoneImport(importId),
    taskQueue: taskQueues.workflows,
    args: [{ importId }],
  });
  for (const mark of marks) {
    worker = await startWorker(engine, mark);
    const [, signal] = (await once(worker, 'exit')) as [number | null, string | null];
    expect(signal).toBe('SIGKILL');
  }
  worker = await startWorker(engine, '');
  await handle.result();
  await expectTheSame(telephone, importId);
  await recordHistory(
    engine.client,
    workflowIds.openphoneImport(importId),
    'openphone-import-killed',
  );
}, 300_000);

async function expectTheSame(telephone: Telephone, importId: string): Promise<void> {
  expect(await importRow(telephone, importId)).toMatchObject({
    state: 'complete',
    proof: 'whole',
    conversations: 10,
    messages: 300,
    calls: 20,
  });
  expect(await contentsOf(telephone)).toEqual(undisturbed);
}

async function startWorker(engine: Engine, mark: string): Promise<ChildProcess> {
  const child = fork('test/support/history/mortal-worker.ts', {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {
      ...process.env,
      DATABASE_URL: world.databaseUrl,
      TEMPORAL_ADDRESS: temporalAddress(),
      TEMPORAL_NAMESPACE: engine.client.options.namespace,
      APP_SECRET: appSecret,
      SANDBOX_URL: sandbox.url,
      DIE_AT: mark,
    },
  });
  await once(child, 'message');
  return child;
}
