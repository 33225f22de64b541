import { fileURLToPath } from 'node:url';
import { NativeConnection, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEngine, type Engine } from '#test/support/engine.ts';
import type { History } from '#test/support/histories/history.ts';
import { breakagesOn } from '#test/support/histories/play.ts';
import { replayQuietly } from '#test/support/histories/quiet.ts';
import { historyOf } from '#test/support/histories/record.ts';
import { storyOf } from '#test/support/histories/story.ts';
import type { NoticeActivities } from '#test/support/migrated/contract.ts';
import { settle } from '#test/support/skip-time.ts';
import { temporalAddress } from '#test/support/temporal.ts';
import { workflowBundle } from '#test/support/workflow-bundle.ts';

// How a workflow is changed while executions are on their way, shown on one that is in no product.

const taskQueue = 'notices';
const done: string[] = [];
const activities: NoticeActivities = {
  greet: async () => void done.push('greet'),
  tell: async (what) => void done.push(what),
};

let engine: Engine;
let native: NativeConnection;
let old: History;
let migrated: History;
let fresh: History;

beforeAll(async () => {
  replayQuietly();
  engine = await startEngine({ imports: activities });
  native = await NativeConnection.connect({ address: temporalAddress() });
  await withWorkerOf('before', async () => {
    await begin('old');
    await finish('old');
    await begin('migrated');
  });
  done.length = 0;
  await withWorkerOf('after', async () => {
    await finish('migrated');
    await begin('fresh');
    await finish('fresh');
  });
  [old, migrated, fresh] = await Promise.all([
    historyOfOne('old'),
    historyOfOne('migrated'),
    historyOfOne('fresh'),
  ]);
});

afterAll(async () => {
  await engine.close();
  await native.close();
});

type Version = 'before' | 'after' | 'careless' | 'settled';

const codeOf = async (version: Version) =>
  (
    await workflowBundle(
      fileURLToPath(new URL(`../../support/migrated/${version}.ts`, import.meta.url)),
    )
  ).code;

async function withWorkerOf(version: Version, work: () => Promise<void>): Promise<void> {
  const { namespace } = engine.client.options;
  const workflowBundle = { code: await codeOf(version) };
  const worker = await Worker.create({ connection: native, namespace, taskQueue, workflowBundle });
  await worker.runUntil(work);
}

async function begin(workflowId: string): Promise<void> {
  await engine.client.workflow.start('notice', { workflowId, taskQueue });
  await settle(engine.client, workflowId);
}

async function finish(workflowId: string): Promise<void> {
  const handle = engine.client.workflow.getHandle(workflowId);
  await handle.signal('woken');
  await handle.result();
}

const historyOfOne = (workflowId: string) => historyOf(engine.client, workflowId);

async function brokenOn(version: Version): Promise<string[]> {
  const histories = Object.entries({ old, migrated, fresh });
  const named = histories.map(([name, history]) => ({ name, history }));
  const breakages = await breakagesOn(await codeOf(version), named);
  return breakages.map(({ name, event }) => `${name} at ${event.id}, ${event.type}`);
}

describe('a change behind patched()', () => {
  test('leaves an execution that began before on its old way, and new ones take the new', () => {
    expect(done).toEqual(['last', 'greet', 'first', 'last']);
    expect(storyOf(fresh)).toContain('patch');
    expect(storyOf(migrated)).not.toContain('patch');
  });

  test('plays what ended before it, what it found on the way, and what began after it', async () => {
    expect(await brokenOn('after')).toEqual([]);
  });

  test('is needed: without it all of them break, each at the event where they part', async () => {
    expect(await brokenOn('careless')).toEqual([
      'old at 5, ActivityTaskScheduled',
      'migrated at 5, ActivityTaskScheduled',
      'fresh at 5, MarkerRecorded',
    ]);
  });

  test('cannot be taken back while what began after it is on its way', async () => {
    expect(await brokenOn('before')).toEqual(['fresh at 5, MarkerRecorded']);
  });

  test('is settled when nobody is on the old way any more: until then that breaks who still is', async () => {
    expect(await brokenOn('settled')).toEqual([
      'old at 5, ActivityTaskScheduled',
      'migrated at 5, ActivityTaskScheduled',
    ]);
  });
});
