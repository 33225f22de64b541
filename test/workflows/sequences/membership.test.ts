import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signalNames, taskQueues, workflowIds } from '#domain/names.ts';
import type { Skeleton } from '#domain/sequences/skeleton.ts';
import type { StepResult } from '#domain/sequences/step-result.ts';
import { startEngine, type Engine } from '#test/support/engine.ts';
import { recordHistory } from '#test/support/histories/record.ts';
import { fastForward, settle } from '#test/support/skip-time.ts';
import { until } from '#test/support/until.ts';
import type { WalkActivities } from '#workflows/sequences/activities.ts';

const day = 86_400_000;
const drip: Skeleton = [
  { id: 'm1', kind: 'message', channel: 'sms' },
  { id: 'w1', kind: 'wait', amount: 2, unit: 'days' },
  { id: 'm2', kind: 'message', channel: 'sms' },
  { id: 'w2', kind: 'wait', amount: 3, unit: 'days' },
  { id: 'm3', kind: 'message', channel: 'sms' },
];

/** What sendStep answers, worked out when it is asked: a due instant counts from then. */
type Scripted = StepResult | (() => StepResult | Promise<StepResult>);

/** Answers of sendStep, in order, by membership; what is not scripted is sent, and the walk over. */
const scripts = new Map<string, Scripted[]>();
const asked: { membershipId: string; stepId: string }[] = [];
const activities: WalkActivities = {
  sendStep: async ({ membershipId, stepId }) => {
    asked.push({ membershipId, stepId });
    const scripted = scripts.get(membershipId)?.shift();
    if (scripted) return typeof scripted === 'function' ? scripted() : scripted;
    return { kind: 'sent', onward: { kind: 'over', ending: 'finished' } };
  },
  passWaits: async () => ({ kind: 'due', dueAt: Date.now() + day }),
  endWalk: async ({ stepId }) => (stepId ? 'exited' : 'finished'),
};

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine({ campaignSends: activities });
});
afterAll(() => engine.close());

async function walk(script: Scripted[], skeleton = drip, clockOffsetMs = 0) {
  const membershipId = crypto.randomUUID();
  scripts.set(membershipId, script);
  const handle = await engine.client.workflow.start('membership', {
    args: [{ membershipId, skeleton, clockOffsetMs }],
    workflowId: workflowIds.membership(membershipId),
    taskQueue: taskQueues.workflows,
  });
  return { membershipId, handle, steps: () => stepsOf(membershipId) };
}

const recorded = ({ workflowId }: { workflowId: string }, shape: string) =>
  recordHistory(engine.client, workflowId, `membership-${shape}`);

const stepsOf = (id: string) =>
  asked.filter(({ membershipId }) => membershipId === id).map(({ stepId }) => stepId);

const due = (ms: number) => (): StepResult => ({
  kind: 'sent',
  onward: { kind: 'due', dueAt: Date.now() + ms },
});

describe('a walk', () => {
  test('of three messages and two waits is 33 events and 6 workflow tasks', async () => {
    // Short waits in real time: moving the clock would write events of its own.
    const { handle, steps } = await walk([due(1500), due(1500)]);
    expect(await handle.result()).toBe('finished');
    expect(steps()).toEqual(['m1', 'm2', 'm3']);
    const { events } = await recorded(handle, 'finished');
    expect(events).toHaveLength(33);
    expect(events.filter((event) => event['workflowTaskCompletedEventAttributes'])).toHaveLength(6);
  });

  test('ends at once when the person replies during a wait', async () => {
    const { handle, steps } = await walk([due(2 * day)]);
    await settle(engine.client, handle.workflowId);
    await handle.signal(signalNames.ended, { ending: 'replied' });
    expect(await handle.result()).toBe('replied');
    expect(steps()).toEqual(['m1']);
  });

  test('keeps the first of two endings', async () => {
    const { handle } = await walk([due(2 * day)]);
    await settle(engine.client, handle.workflowId);
    await handle.signal(signalNames.ended, { ending: 'opted-out' });
    await handle.signal(signalNames.ended, { ending: 'replied' }).catch(() => undefined);
    expect(await handle.result()).toBe('opted-out');
  });

  test('looks again when a held step is due, and not before', async () => {
    const held: StepResult = { kind: 'held', until: Date.now() + day, why: 'closed' };
    const { handle, steps } = await walk([held]);
    await settle(engine.client, handle.workflowId);
    expect(steps()).toEqual(['m1']);
    expect(await handle.query('progress')).toMatchObject({ stepId: 'm1', held: 'closed' });
    await fastForward(engine.client, handle.workflowId, day + 1000);
    expect(await handle.result()).toBe('finished');
    expect(steps()).toEqual(['m1', 'm1']);
    await recorded(handle, 'held');
  });

  test('parked, stands without a timer until it is woken', async () => {
    const { handle, steps } = await walk([{ kind: 'parked', why: 'campaign-paused' }]);
    await settle(engine.client, handle.workflowId);
    expect(await handle.query('progress')).toMatchObject({ parked: 'campaign-paused' });
    await handle.signal(signalNames.woken);
    expect(await handle.result()).toBe('finished');
    expect(steps()).toEqual(['m1', 'm1']);
    const { events } = await recorded(handle, 'parked');
    expect(events.some((event) => event['timerStartedEventAttributes'])).toBe(false);
  });

  test('asks the gate when it is woken during a wait, so that "send now" skips it', async () => {
    const { handle, steps } = await walk([due(2 * day)]);
    await settle(engine.client, handle.workflowId);
    await handle.signal(signalNames.woken);
    expect(await handle.result()).toBe('finished');
    expect(steps()).toEqual(['m1', 'm2']);
    await recorded(handle, 'sent-now');
  });

  test('is over when the gate says so, with its ending', async () => {
    const { handle } = await walk([{ kind: 'over', ending: 'no-consent' }]);
    expect(await handle.result()).toBe('no-consent');
    await recorded(handle, 'over-at-the-gate');
  });

  test('that begins with a wait asks how long it lasts for this person', async () => {
    const { handle, steps } = await walk([], [drip[1]!, drip[0]!]);
    await settle(engine.client, handle.workflowId);
    expect(steps()).toEqual([]);
    await fastForward(engine.client, handle.workflowId, day + 1000);
    expect(await handle.result()).toBe('finished');
    expect(steps()).toEqual(['m1']);
    await recorded(handle, 'starts-with-a-wait');
  });

  test('comes to its exit only when the wait before it is over, whatever news there is', async () => {
    const withExit: Skeleton = [drip[0]!, drip[1]!, { id: 'x', kind: 'exit' }];
    const { handle } = await walk([due(2 * day)], withExit);
    await settle(engine.client, handle.workflowId);
    await handle.signal(signalNames.woken);
    await settle(engine.client, handle.workflowId);
    expect((await handle.describe()).status.name).toBe('RUNNING');
    await fastForward(engine.client, handle.workflowId, 2 * day + 1000);
    expect(await handle.result()).toBe('exited');
    await recorded(handle, 'exited-after-a-wait');
  });

  test('counts its waits on the clock of a workspace that runs ahead', async () => {
    const ahead = 40 * day;
    const later: StepResult = {
      kind: 'sent',
      onward: { kind: 'due', dueAt: Date.now() + ahead + day },
    };
    const { handle, steps } = await walk([later], drip, ahead);
    await settle(engine.client, handle.workflowId);
    expect(steps()).toEqual(['m1']);
    await fastForward(engine.client, handle.workflowId, day + 1000);
    expect(await handle.result()).toBe('finished');
    await recorded(handle, 'moved-clock');
  });

  test('woken many times during a wait, asks the gate each time and goes when it says so', async () => {
    const later: StepResult = { kind: 'held', until: Date.now() + 2 * day, why: 'not-due' };
    const { handle, steps } = await walk([due(2 * day), later, later, later, later]);
    for (let looks = 1; looks <= 5; looks += 1) {
      await settle(engine.client, handle.workflowId);
      expect(steps()).toHaveLength(looks);
      await handle.signal(signalNames.woken);
    }
    expect(await handle.result()).toBe('finished');
    expect(steps()).toEqual(['m1', 'm2', 'm2', 'm2', 'm2', 'm2']);
    await recorded(handle, 'woken-many-times');
  });

  test('is over with its step where the message can never go', async () => {
    const { handle } = await walk([{ kind: 'failed', code: 'landline' }]);
    expect(await handle.result()).toBe('failed');
    await recorded(handle, 'failed');
  });
});

describe('a reply ends a walk', () => {
  test('that is held, without another look', async () => {
    const held: StepResult = { kind: 'held', until: Date.now() + day, why: 'closed' };
    const { handle, steps } = await walk([held]);
    await settle(engine.client, handle.workflowId);
    await handle.signal(signalNames.ended, { ending: 'replied' });
    expect(await handle.result()).toBe('replied');
    expect(steps()).toEqual(['m1']);
    await recorded(handle, 'replied-while-held');
  });

  test('that is parked', async () => {
    const { handle, steps } = await walk([{ kind: 'parked', why: 'campaign-paused' }]);
    await settle(engine.client, handle.workflowId);
    await handle.signal(signalNames.ended, { ending: 'replied' });
    expect(await handle.result()).toBe('replied');
    expect(steps()).toEqual(['m1']);
    await recorded(handle, 'replied-while-parked');
  });

  test('whose step is being tried again: the gate has the last word', async () => {
    const fails = () => Promise.reject(new Error('line-busy'));
    const { handle, steps } = await walk([fails, { kind: 'over', ending: 'replied' }]);
    await until(async () => steps().length === 1);
    await handle.signal(signalNames.ended, { ending: 'replied' });
    expect(await handle.result()).toBe('replied');
    expect(steps()).toEqual(['m1', 'm1']);
    await recorded(handle, 'replied-while-retrying');
  });
});
