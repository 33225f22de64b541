import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorkspace } from '#db/access/workspaces.ts';
import { importRun, type ImportRunRow } from '#db/imports/runs.ts';
import { firstRow, rows, sql } from '#db/sql.ts';
import { taskQueues, workflowIds, workflowTypes } from '#domain/names.ts';
import { startEngine, type Engine } from '#test/support/engine.ts';
import { recordHistory } from '#test/support/histories/record.ts';
import { contactsCsv, importList, order, upload, type Importer } from '#test/support/imports.ts';
import { temporalAddress } from '#test/support/temporal.ts';
import { until } from '#test/support/until.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

// The list has 15 pages, so that a whole import is 16 transactions. Of these the workers do, before they
// die: none; two and a third in vain; four; two; and all but the last, which says that it is done.
const marks = ['before:1', 'within:3', 'after:4', 'before:3', 'within:8'];

let world: TestWorld;
let engine: Engine;
let worker: ChildProcess | undefined;

beforeAll(async () => {
  world = await openWorld();
  engine = await startEngine({});
}, 60_000);

afterAll(async () => {
  worker?.kill('SIGKILL');
  await engine.close();
  await world.end();
});

test('an import whose worker is killed at five marks writes every row once', async () => {
  const killed = await importer();
  const runId = await upload(killed, contactsCsv);
  await order(killed, runId, 'start');
  await engine.client.workflow.start(workflowTypes.contactImport, {
    workflowId: workflowIds.contactImport(runId),
    taskQueue: taskQueues.workflows,
    args: [{ importRunId: runId }],
  });
  for (const mark of marks) await dieAt(mark);
  worker = await startWorker('');
  const run = () => runOf(killed, runId);
  await until(async () => (await run()).state === 'complete', { patienceMs: 60_000 });

  const whole = await importer();
  const undisturbed = await importList(whole, contactsCsv);
  expect(counted(await run())).toEqual(counted(undisturbed));
  expect(await contents(killed.workspaceId)).toEqual(await contents(whole.workspaceId));
  await recordHistory(engine.client, workflowIds.contactImport(runId), 'contact-import-killed');
}, 180_000);

async function dieAt(mark: string): Promise<void> {
  worker = await startWorker(mark);
  const [, signal] = (await once(worker, 'exit')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
}

async function startWorker(mark: string): Promise<ChildProcess> {
  const child = fork('test/support/imports/mortal-worker.ts', {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {
      ...process.env,
      DATABASE_URL: world.databaseUrl,
      TEMPORAL_ADDRESS: temporalAddress(),
      TEMPORAL_NAMESPACE: engine.client.options.namespace,
      BLOBS: world.blobsFolder,
      DIE_AT: mark,
    },
  });
  await once(child, 'message');
  return child;
}

async function importer(): Promise<Importer> {
  const { database, blobs } = world;
  const workspaceId = await database.transaction((em) =>
    createWorkspace(em, { name: 'Granite', mode: 'sandbox', zone: 'America/New_York' }),
  );
  return { database, blobs, workspaceId, userId: world.alder.maren.id };
}

async function runOf({ database, workspaceId }: Importer, runId: string): Promise<ImportRunRow> {
  const run = await importRun(database.fork(), { workspaceId, runId });
  if (!run) throw new Error('The import is not there.');
  return run;
}

const counted = ({ created, merged, unchanged, rejected, suppressed, rowsRead }: ImportRunRow) => ({
  created,
  merged,
  unchanged,
  rejected,
  suppressed,
  rowsRead,
});

/** Everything that an import writes, without the ids that differ by nature. */
async function contents(workspaceId: string) {
  const one = <T extends object>(statement: ReturnType<typeof sql<T>>) =>
    firstRow<T>(world.database.fork(), statement);
  return {
    contacts: await one(sql<{ n: number; all: string }>`select count(*) as n,
      md5(string_agg(concat_ws('|', first_name, last_name, company, city, notes, fields::text, tags::text), ',' order by
        concat_ws('|', first_name, last_name, company, city, notes, fields::text, tags::text))) as all
      from contact where workspace_id = ${workspaceId}`),
    addresses: await one(sql<{ n: number; all: string }>`select count(*) as n,
      md5(string_agg(concat_ws('|', a.value, a.zone, a.blocked::text, a.consents::text), ',' order by a.value)) as all
      from address a where workspace_id = ${workspaceId}`),
    links: await one(
      sql<{
        n: number;
      }>`select count(*) as n from contact_address where workspace_id = ${workspaceId}`,
    ),
    consents: await one(
      sql<{ n: number }>`select count(*) as n from consent where workspace_id = ${workspaceId}`,
    ),
    suppressions: await one(
      sql<{ n: number }>`select count(*) as n from suppression where workspace_id = ${workspaceId}`,
    ),
    outcomes: await rows(
      world.database.fork(),
      sql`select number, outcome, reason from import_row where workspace_id = ${workspaceId} order by number`,
    ),
  };
}
