import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHistoryActivities } from '#activities/history/history.ts';
import { taskQueues, workflowIds, workflowTypes } from '#domain/names.ts';
import { keepNumbers, startQuo } from '#test/sandbox/openphone/quo.ts';
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

// Five numbers, read undisturbed and read by those who die, twenty times in all: the same rows must be left behind.

const marks = ['within:3', 'after:4'];

let world: TestWorld;
let sandbox: Awaited<ReturnType<typeof startQuo>>;
let undisturbed: Awaited<ReturnType<typeof contentsOf>>;
let worker: ChildProcess | undefined;
const engines: Engine[] = [];

beforeAll(async () => {
  world = await openWorld();
  sandbox = await startQuo({ size: 1 / 200 });
  await keepNumbers(sandbox.quo, 5);
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

test.concurrent('an import that dies at eighteen pages leaves the same rows behind', async () => {
  const telephone = await openTelephone(world, sandbox.url);
  const { database, deaths } = mortalDatabase(world.database, { every: 5, times: 18 });
  const engine = await engineFor({
    history: createHistoryActivities({ ...telephone.world, database }),
  });
  const importId = await openImport(telephone);
  await runImport(engine, importId);
  expect(deaths()).toBe(18);
  await expectTheSame(telephone, importId);
}, 180_000);

test.concurrent('an import whose worker is killed leaves the same rows behind', async () => {
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
    conversations: 8,
    messages: 270,
    calls: 16,
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
