import { afterAll, beforeAll, expect, test } from 'vitest';
import { workflowIds, workflowTypes } from '#domain/names.ts';
import { temporalEngine } from '#server/temporal.ts';
import { startEngine, type Engine } from '#test/support/engine.ts';
import { recordHistory } from '#test/support/histories/record.ts';
import { until } from '#test/support/until.ts';
import type { CallFetched } from '#workflows/history/sync-activities.ts';

let engine: Engine;
/** What the provider says at each look at the call of an event. */
const says = new Map<string, CallFetched[]>();
const looks = new Map<string, number>();

beforeAll(async () => {
  engine = await startEngine({ history: { fetchCall } });
}, 60_000);
afterAll(() => engine.close());

async function fetchCall({ eventId }: { eventId: string }): Promise<CallFetched> {
  const look = looks.get(eventId) ?? 0;
  looks.set(eventId, look + 1);
  return says.get(eventId)?.[look] ?? 'unfinished';
}

/** Has a call fetched, and the engine's clock moved over each wait. */
async function fetched(...answers: CallFetched[]) {
  const eventId = crypto.randomUUID();
  says.set(eventId, answers);
  const relayed = temporalEngine(engine.client);
  const id = workflowIds.openphoneFetch(eventId);
  const workspaceId = crypto.randomUUID();
  const started = Date.now();
  await relayed.wakeOrStart({
    type: workflowTypes.openphoneFetch,
    id,
    input: { eventId },
    workspaceId,
  });
  const seen = () => looks.get(eventId) ?? 0;
  for (const [look, minutes] of [1, 4, 16].entries()) {
    await until(async () => seen() > look || (await isOver(id)));
    if (await isOver(id)) break;
    await relayed.forwardTo(id, started + minutes * 60_000);
  }
  const result: unknown = await engine.client.workflow.getHandle(id).result();
  return { id, result, looks: seen() };
}

const isOver = async (id: string) =>
  (await engine.client.workflow.getHandle(id).describe()).status.name === 'COMPLETED';

test('a call whose parts are being made is looked at again until they are there', async () => {
  const { id, result, looks } = await fetched('unfinished', 'written');
  expect({ result, looks }).toEqual({ result: 'written', looks: 2 });
  await recordHistory(engine.client, id, 'openphone-fetch-unfinished');
}, 60_000);

test('a call whose parts never come is left to the night after four looks', async () => {
  const { id, result, looks } = await fetched();
  expect({ result, looks }).toEqual({ result: 'unfinished', looks: 4 });
  await recordHistory(engine.client, id, 'openphone-fetch-never-finished');
}, 60_000);

test('a call that the provider does not know is asked for once', async () => {
  const { id, result, looks } = await fetched('gone');
  expect({ result, looks }).toEqual({ result: 'gone', looks: 1 });
  await recordHistory(engine.client, id, 'openphone-fetch-gone');
});
