import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createImportActivities } from '#activities/imports/imports.ts';
import { createWorkspace } from '#db/access/workspaces.ts';
import { importRun, type ImportRunRow } from '#db/imports/runs.ts';
import type { Database } from '#db/orm.ts';
import { workflowIds } from '#domain/names.ts';
import type { Relay } from '#server/relay/relay.ts';
import { startEngine, type Engine } from '#test/support/engine.ts';
import { recordHistory } from '#test/support/histories/record.ts';
import { order, upload, type Importer } from '#test/support/imports.ts';
import { relayBetween } from '#test/support/relay.ts';
import { settle } from '#test/support/skip-time.ts';
import { until } from '#test/support/until.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';
import { listOf } from '../../../bin/bench/imports-list.ts';

// Orders that reach an import at a chosen moment, through the row, the relay and the engine.

/** Three pages. */
const list = Buffer.from(listOf(1200));

let world: TestWorld;
let engine: Engine;
let relay: Relay;
let importer: Importer;
let runId: string;
/** Done after each transaction of the worker. */
let afterCommit: () => Promise<void> = async () => undefined;

beforeAll(async () => {
  world = await openWorld();
  const { database, blobs } = world;
  const watched: Database = {
    ...database,
    transaction: async (work) => {
      const done = await database.transaction(work);
      await afterCommit();
      return done;
    },
  };
  engine = await startEngine({ imports: createImportActivities({ database: watched, blobs }) });
  relay = await relayBetween(world, engine);
}, 60_000);

afterAll(async () => {
  await relay.stop();
  await engine.close();
  await world.end();
});

beforeEach(async () => {
  const { database, blobs } = world;
  afterCommit = async () => undefined;
  const workspaceId = await database.transaction((em) =>
    createWorkspace(em, { name: 'Granite', mode: 'sandbox', zone: 'America/New_York' }),
  );
  importer = { database, blobs, workspaceId, userId: world.alder.maren.id };
  runId = await upload(importer, list);
});

const workflowId = () => workflowIds.contactImport(runId);
const result = () => engine.client.workflow.getHandle(workflowId()).result();
const recorded = (shape: string) =>
  recordHistory(engine.client, workflowId(), `contact-import-${shape}`);

async function run(): Promise<ImportRunRow> {
  const { database, workspaceId } = importer;
  const found = await importRun(database.fork(), { workspaceId, runId });
  if (!found) throw new Error('The import is not there.');
  return found;
}

async function previewed(): Promise<void> {
  await until(async () => (await run()).preview?.state === 'ready');
  expect(await result()).toBe('previewed');
}

/** Gives an order as soon as the first page is written, while the second is on its way. */
function orderAfterFirstPage(what: 'pause' | 'cancel'): void {
  afterCommit = async () => {
    if ((await run()).rowsRead === 0) return;
    afterCommit = async () => undefined;
    await order(importer, runId, what);
  };
}

describe('an import', () => {
  test('is previewed, and its workflow over until a person starts it', async () => {
    await previewed();
    expect(await run()).toMatchObject({ state: 'mapping', rowsRead: 0 });
    await recorded('previewed');
  });

  test('started while its preview is counted goes on at once under the same workflow', async () => {
    afterCommit = async () => {
      afterCommit = async () => undefined;
      await order(importer, runId, 'start');
      await until(async () => (await timesWoken()) === 2);
    };
    await until(async () => (await run()).state === 'complete');
    expect(await result()).toBe('complete');
    expect(await run()).toMatchObject({ rowsRead: 1200, created: 1200 });
    await recorded('started-while-previewing');
  });

  test('paused behind its first page waits there, and goes on behind it when it is resumed', async () => {
    await previewed();
    orderAfterFirstPage('pause');
    await order(importer, runId, 'start');
    await until(async () => (await run()).state === 'paused');
    await settle(engine.client, workflowId());
    const { status } = await engine.client.workflow.getHandle(workflowId()).describe();
    expect(status.name).toBe('RUNNING');
    expect((await run()).rowsRead).toBe(500);
    await order(importer, runId, 'resume');
    await until(async () => (await run()).state === 'complete');
    expect(await result()).toBe('complete');
    expect(await run()).toMatchObject({ rowsRead: 1200, created: 1200 });
    await recorded('paused');
  });

  test('cancelled while it is paused is over, and keeps what it wrote', async () => {
    await previewed();
    orderAfterFirstPage('pause');
    await order(importer, runId, 'start');
    await until(async () => (await run()).state === 'paused');
    await settle(engine.client, workflowId());
    await order(importer, runId, 'cancel');
    expect(await result()).toBe('cancelled');
    expect(await run()).toMatchObject({ state: 'cancelled', rowsRead: 500, created: 500 });
    await recorded('cancelled-while-paused');
  });

  test('cancelled while it writes is over behind the page in hand', async () => {
    await previewed();
    orderAfterFirstPage('cancel');
    await order(importer, runId, 'start');
    await until(async () => (await run()).state === 'cancelled');
    expect(await result()).toBe('cancelled');
    expect((await run()).rowsRead).toBe(500);
    await recorded('cancelled');
  });

  test('whose file is gone fails and says so', async () => {
    await previewed();
    await world.blobs.remove((await run()).blobSha256);
    await order(importer, runId, 'start');
    await until(async () => (await run()).state === 'failed');
    expect(await result()).toBe('failed');
    expect((await run()).error).toBe('file-gone');
    await recorded('failed');
  });
});

async function timesWoken(): Promise<number> {
  const { events } = await engine.client.workflow.getHandle(workflowId()).fetchHistory();
  return events?.filter((event) => event.workflowExecutionSignaledEventAttributes).length ?? 0;
}
