import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHistoryActivities } from '#activities/history/history.ts';
import { rows, sql } from '#db/sql.ts';
import { taskQueues, workflowIds, workflowTypes } from '#domain/names.ts';
import { activityOf, everything, startQuo, type Row } from '#test/sandbox/openphone/quo.ts';
import { startEngine, type Engine } from '#test/support/engine.ts';
import {
  contentsOf,
  importRow,
  openImport,
  openTelephone,
  order,
  problemsOf,
  type Telephone,
} from '#test/support/history.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

// A fiftieth of a firm's telephone, read to its end and compared with what a plain client sees.

let world: TestWorld;
let engine: Engine;
let sandbox: Awaited<ReturnType<typeof startQuo>>;
let telephone: Telephone;
let importId: string;

beforeAll(async () => {
  world = await openWorld();
  sandbox = await startQuo();
  telephone = await openTelephone(world, sandbox.url);
  engine = await startEngine({ history: createHistoryActivities(telephone.world) });
  importId = await openImport(telephone);
  await runImport(importId);
}, 120_000);

afterAll(async () => {
  await engine?.close();
  await sandbox?.close();
  await world?.end();
});

/** As the relay would have it. */
async function runImport(id: string): Promise<unknown> {
  return engine.client.workflow.execute(workflowTypes.openphoneImport, {
    workflowId: workflowIds.openphoneImport(id),
    taskQueue: taskQueues.workflows,
    args: [{ importId: id }],
  });
}

const list = <T extends object>(statement: ReturnType<typeof sql<T>>) =>
  rows<T>(world.database.fork(), statement);

describe('a whole import', () => {
  test('ends, and is proved', async () => {
    expect(await importRow(telephone, importId)).toMatchObject({
      state: 'complete',
      proof: 'whole',
      failure: null,
      waits_for: null,
      numbers: 16,
      conversations: 40,
      conversations_total: 40,
      messages: 1200,
      calls: 80,
    });
    expect(await problemsOf(telephone, importId)).toEqual([]);
  });

  test('has every message as the provider shows it', async () => {
    const theirs = (await everything(sandbox.quo, 'messages')).map(messageOf).toSorted(byId);
    const ours = await list(sql<{
      id: string;
    }>`select i.provider_id as id, i.direction, i.body, i.at, i.state, s.value as sender
      from interaction i join sender s on s.id = i.sender_id
      where i.workspace_id = ${telephone.workspaceId} and i.kind = 'message' order by 1`);
    expect(ours.toSorted(byId)).toEqual(theirs);
  });
});

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

function messageOf(row: Row) {
  const isIn = row['direction'] === 'incoming';
  const sender = isIn ? (row['to'] as string[])[0] : row['from'];
  const state = {
    queued: 'accepted',
    sent: 'sent',
    delivered: 'delivered',
    undelivered: 'undelivered',
  };
  return {
    id: row.id,
    direction: isIn ? 'in' : 'out',
    body: row['text'],
    at: new Date(String(row['createdAt'])),
    state: isIn ? 'received' : state[row['status'] as keyof typeof state],
    sender,
  };
}
