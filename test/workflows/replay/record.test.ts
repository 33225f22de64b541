import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { taskQueues, workflowIds, workflowTypes } from '#domain/names.ts';
import { startEngine, type Engine } from '#test/support/engine.ts';
import { attributesOf } from '#test/support/histories/history.ts';
import { recordHistory } from '#test/support/histories/record.ts';
import type { SendActivities } from '#workflows/sending/activities.ts';

/** What a send ends with, and what its first try failed with. */
const ends = new Map<string, { state: string; failure?: string }>();
const activities: SendActivities = {
  deliverSend: async ({ sendId }) => {
    const { state, failure } = ends.get(sendId)!;
    if (!failure) return { kind: 'done', state };
    ends.set(sendId, { state });
    throw new Error(failure);
  },
};

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine({ conversationSends: activities });
});
afterAll(() => engine.close());
afterEach(() => vi.unstubAllEnvs());

async function sent(end: { state: string; failure?: string }): Promise<string> {
  const sendId = crypto.randomUUID();
  ends.set(sendId, end);
  const workflowId = workflowIds.send(sendId);
  await engine.client.workflow.execute(workflowTypes.send, {
    args: [{ sendId }],
    workflowId,
    taskQueue: taskQueues.workflows,
  });
  return workflowId;
}

describe('a history is recorded', () => {
  test('without the machine: no process, no host, no build, no stack', async () => {
    const failure = 'connect ECONNREFUSED 127.0.0.1:5432';
    const workflowId = await sent({ state: 'accepted', failure });
    const { events } = await recordHistory(engine.client, workflowId, 'send-after-a-failure');
    const tried = events.map(attributesOf).find(({ lastFailure }) => lastFailure);
    expect(tried).toMatchObject({
      identity: 'worker',
      lastFailure: { message: 'connect ECONNREFUSED host', stackTrace: '' },
    });
    expect(JSON.stringify(events)).not.toMatch(/workerVersion|requestId|\d+@/);
  });

  test('under the name of its own type alone', async () => {
    const workflowId = await sent({ state: 'accepted' });
    await expect(recordHistory(engine.client, workflowId, 'campaign-paused')).rejects.toThrow(
      'campaign-paused is a history of send: its name begins with send-.',
    );
  });

  test('never where it names somebody', async () => {
    const workflowId = await sent({ state: 'Walt Brennan' });
    await expect(recordHistory(engine.client, workflowId, 'send-named')).rejects.toThrow(
      'The history send-named tells no id and no code: Walt Brennan',
    );
  });

  test('once: a shape that was recorded stays as it was', async () => {
    vi.stubEnv('RECORD_HISTORIES', '1');
    const kept = () => readFileSync('test/histories/send-confirmation.json', 'utf8');
    const before = kept();
    const workflowId = await sent({ state: 'accepted' });
    await recordHistory(engine.client, workflowId, 'send-confirmation');
    expect(kept()).toBe(before);
  });
});
