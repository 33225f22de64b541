import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signalNames, taskQueues, workflowIds, workflowTypes } from '#domain/names.ts';
import { startEngine, type Engine } from '#test/support/engine.ts';
import { recordHistory } from '#test/support/histories/record.ts';
import { fastForward, settle } from '#test/support/skip-time.ts';
import type { SendActivities, SendResult } from '#workflows/sending/activities.ts';

const hour = 3_600_000;
const held: SendResult = { kind: 'waiting', waitMs: hour, why: 'day-full' };
const parked: SendResult = { kind: 'waiting', waitMs: null, why: 'sender-paused' };

/** Answers of deliverSend, in order, by send; what is not scripted is accepted. */
const scripts = new Map<string, SendResult[]>();
const looks = new Map<string, number>();
const activities: SendActivities = {
  deliverSend: async ({ sendId }) => {
    looks.set(sendId, (looks.get(sendId) ?? 0) + 1);
    return scripts.get(sendId)?.shift() ?? { kind: 'done', state: 'accepted' };
  },
};

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine({ conversationSends: activities });
});
afterAll(() => engine.close());

async function send(...script: SendResult[]) {
  const sendId = crypto.randomUUID();
  scripts.set(sendId, script);
  const handle = await engine.client.workflow.start(workflowTypes.send, {
    args: [{ sendId }],
    workflowId: workflowIds.send(sendId),
    taskQueue: taskQueues.workflows,
  });
  await settle(engine.client, handle.workflowId);
  return {
    handle,
    looks: () => looks.get(sendId),
    recorded: (shape: string) => recordHistory(engine.client, handle.workflowId, `send-${shape}`),
  };
}

describe('a message on its own', () => {
  test('that is held is looked at again when its time comes, and not before', async () => {
    const sent = await send(held);
    expect(sent.looks()).toBe(1);
    await fastForward(engine.client, sent.handle.workflowId, hour + 1000);
    expect(await sent.handle.result()).toBe('accepted');
    expect(sent.looks()).toBe(2);
    await sent.recorded('held');
  });

  test('that is held goes earlier where it is woken and the gate lets it', async () => {
    const sent = await send(held);
    await sent.handle.signal(signalNames.woken);
    expect(await sent.handle.result()).toBe('accepted');
    await sent.recorded('woken-while-held');
  });

  test('that is parked has no timer, and is parked again where the gate says so', async () => {
    const sent = await send(parked, parked);
    await sent.handle.signal(signalNames.woken);
    await settle(engine.client, sent.handle.workflowId);
    expect(sent.looks()).toBe(2);
    await sent.handle.signal(signalNames.woken);
    expect(await sent.handle.result()).toBe('accepted');
    const { events } = await sent.recorded('parked-twice');
    expect(events.some((event) => event['timerStartedEventAttributes'])).toBe(false);
  });

  test('that can never go ends with why', async () => {
    const sent = await send({ kind: 'done', state: 'suppressed' });
    expect(await sent.handle.result()).toBe('suppressed');
    await sent.recorded('over-at-the-gate');
  });
});
