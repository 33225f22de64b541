import { afterAll, beforeAll, expect, test } from 'vitest';
import { signalNames, taskQueues, workflowIds } from '#domain/names.ts';
import type { Skeleton } from '#domain/sequences/skeleton.ts';
import { startEngine, type Engine } from '#test/support/engine.ts';
import { recordHistory } from '#test/support/histories/record.ts';
import { storyOf } from '#test/support/histories/story.ts';
import { anyPort, ourProcess, type OurProcess } from '#test/support/product/processes.ts';
import { settle } from '#test/support/skip-time.ts';
import { temporalAddress } from '#test/support/temporal.ts';
import type { WalkActivities } from '#workflows/sequences/activities.ts';

// The product's own worker for workflows, of which nothing is left when the person answers.

const skeleton: Skeleton = [
  { id: 'm1', kind: 'message', channel: 'sms' },
  { id: 'w1', kind: 'wait', amount: 2, unit: 'days' },
  { id: 'm2', kind: 'message', channel: 'sms' },
];
const activities: WalkActivities = {
  sendStep: async () => ({
    kind: 'sent',
    onward: { kind: 'due', dueAt: Date.now() + 2 * 86_400_000 },
  }),
  passWaits: async () => ({ kind: 'due', dueAt: Date.now() }),
  endWalk: async () => 'finished',
};

let engine: Engine;
let worker: OurProcess;
beforeAll(async () => {
  engine = await startEngine({ campaignSends: activities }, temporalAddress(), 'elsewhere');
  worker = ourProcess('workflow-worker', await anyPort(), {
    TEMPORAL_ADDRESS: temporalAddress(),
    TEMPORAL_NAMESPACE: engine.client.options.namespace,
    LOG_LEVEL: 'error',
  });
  await worker.start();
}, 60_000);
afterAll(async () => {
  await worker?.stop();
  await engine?.close();
});

test('a walk whose worker dies with a task in hand ends as the person wished', async () => {
  const membershipId = crypto.randomUUID();
  const handle = await engine.client.workflow.start('membership', {
    args: [{ membershipId, skeleton, clockOffsetMs: 0 }],
    workflowId: workflowIds.membership(membershipId),
    taskQueue: taskQueues.workflows,
  });
  await settle(engine.client, handle.workflowId);
  await worker.kill();
  await handle.signal(signalNames.ended, { ending: 'replied' });
  await worker.start();
  expect(await handle.result()).toBe('replied');
  const history = await recordHistory(engine.client, handle.workflowId, 'membership-task-lost');
  expect(storyOf(history)).toContain('task lost');
}, 90_000);
