import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { signalNames, workflowIds, workflowTypes } from '#domain/names.ts';
import type { StepResult } from '#domain/sequences/step-result.ts';
import { temporalClient, temporalEngine } from '#server/temporal.ts';
import { startEngine, type Engine } from '#test/support/engine.ts';
import { until } from '#test/support/until.ts';

const day = 86_400_000;
const skeleton = [
  { id: 'first', kind: 'message', channel: 'sms' },
  { id: 'pause', kind: 'wait', amount: 3, unit: 'days' },
  { id: 'second', kind: 'message', channel: 'sms' },
];

let engine: Engine;
let began: number;
let membershipId: string;
const sent = new Map<string, string[]>();

beforeAll(async () => {
  engine = await startEngine({
    campaignSends: { sendStep, passWaits: () => null, endWalk: () => 'finished' },
  });
}, 60_000);
afterAll(() => engine.close());
beforeEach(() => {
  membershipId = crypto.randomUUID();
  began = Date.now();
});

/** Says that the step went out, and that the next is due three days later. */
async function sendStep(step: { membershipId: string; stepId: string }): Promise<StepResult> {
  const before = sent.get(step.membershipId) ?? [];
  sent.set(step.membershipId, [...before, step.stepId]);
  return step.stepId === 'first'
    ? { kind: 'sent', onward: { kind: 'due', dueAt: began + 3 * day } }
    : { kind: 'sent', onward: { kind: 'over', ending: 'finished' } };
}

const walk = () => ({
  type: workflowTypes.membership,
  id: workflowIds.membership(membershipId),
  input: { membershipId, skeleton, clockOffsetMs: 0 },
  workspaceId: crypto.randomUUID(),
});

const sentSteps = () => sent.get(membershipId) ?? [];
const begun = () => until(async () => sentSteps().length === 1, { patienceMs: 15_000 });

test('a walk waits as long as the clock of its workspace says, to the second', async () => {
  const relayed = temporalEngine(engine.client);
  const { id } = walk();
  expect(await relayed.start(walk())).toBe('started');
  await begun();
  await relayed.forwardTo(id, began + 3 * day - 60_000);
  expect(sentSteps()).toEqual(['first']);
  await relayed.forwardTo(id, began + 3 * day - 60_000);
  expect(sentSteps()).toEqual(['first']);
  await relayed.forwardTo(id, began + 3 * day + 1000);
  await until(async () => sentSteps().length === 2, { patienceMs: 15_000 });
  await engine.client.workflow.getHandle(id).result();
  expect(await relayed.forwardTo(id, began + 9 * day)).toBe('not-found');
});

test('a walk is started once, however often it is asked for', async () => {
  const relayed = temporalEngine(engine.client);
  expect(await relayed.start(walk())).toBe('started');
  expect(await relayed.start(walk())).toBe('there-already');
  await begun();
  const workflowId = walk().id;
  const ended = { workflowId, name: signalNames.ended, payload: { ending: 'replied' } };
  expect(await relayed.signal(ended)).toBe('signalled');
  expect(await engine.client.workflow.getHandle(workflowId).result()).toBe('replied');
  expect(await relayed.signal(ended)).toBe('not-found');
  expect(await relayed.start(walk())).toBe('there-already');
  expect(sentSteps()).toEqual(['first']);
});

test('an engine that is away is said to be so within seconds', async () => {
  const away = temporalEngine(temporalClient({ address: '127.0.0.1:9', namespace: 'default' }));
  const asked = Date.now();
  await expect(away.start(walk())).rejects.toBeInstanceOf(Error);
  expect(Date.now() - asked).toBeLessThan(12_000);
  await away.close();
});
