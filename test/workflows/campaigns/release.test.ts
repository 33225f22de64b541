import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signalNames, taskQueues, workflowIds, workflowTypes } from '#domain/names.ts';
import { startEngine, type Engine } from '#test/support/engine.ts';
import { recordHistory } from '#test/support/histories/record.ts';
import { fastForward, settle } from '#test/support/skip-time.ts';
import type { CampaignActivities, ReleaseResult } from '#workflows/campaigns/activities.ts';

const day = 86_400_000;
const nextDay: ReleaseResult = { kind: 'waiting', waitMs: day, why: 'next-day' };
const walking: ReleaseResult = { kind: 'waiting', waitMs: null, why: 'walking' };

/** What releaseDue answers, or does before it answers. */
type Scripted = ReleaseResult | (() => Promise<ReleaseResult>);

/** Answers of releaseDue, in order, by campaign; what is not scripted is complete. */
const scripts = new Map<string, Scripted[]>();
const asked: { campaignId: string; what: string }[] = [];
const activities: CampaignActivities = {
  enrolAudience: async ({ campaignId }) => void asked.push({ campaignId, what: 'enrol' }),
  releaseDue: async ({ campaignId }) => {
    asked.push({ campaignId, what: 'release' });
    const scripted = scripts.get(campaignId)?.shift();
    if (typeof scripted === 'function') return scripted();
    return scripted ?? { kind: 'complete' };
  },
  closeWalks: async ({ campaignId }) => void asked.push({ campaignId, what: 'close' }),
};

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine({ campaigns: activities });
});
afterAll(() => engine.close());

async function launch(...script: Scripted[]) {
  const campaignId = crypto.randomUUID();
  scripts.set(campaignId, script);
  const handle = await engine.client.workflow.start(workflowTypes.campaign, {
    args: [{ campaignId }],
    workflowId: workflowIds.campaign(campaignId),
    taskQueue: taskQueues.workflows,
  });
  const done = () => asked.filter((one) => one.campaignId === campaignId).map(({ what }) => what);
  return {
    handle,
    done,
    wake: () => handle.signal(signalNames.woken),
    settled: () => settle(engine.client, handle.workflowId),
    recorded: (shape: string) =>
      recordHistory(engine.client, handle.workflowId, `campaign-${shape}`),
  };
}

describe('a campaign', () => {
  test('releases the people of the next day when it comes, and not before', async () => {
    const { handle, done, settled, recorded } = await launch(nextDay, walking, {
      kind: 'complete',
    });
    await settled();
    expect(done()).toEqual(['enrol', 'release']);
    await fastForward(engine.client, handle.workflowId, day + 1000);
    expect(done()).toEqual(['enrol', 'release', 'release']);
    await handle.signal(signalNames.woken);
    expect(await handle.result()).toBe('complete');
    await recorded('next-day');
  });

  test('that matches nobody is complete at once', async () => {
    const { handle, done, recorded } = await launch();
    expect(await handle.result()).toBe('complete');
    expect(done()).toEqual(['enrol', 'release']);
    await recorded('nobody');
  });

  test('stopped before anybody was released closes what is open all the same', async () => {
    const { handle, done, recorded } = await launch({ kind: 'stopped' });
    expect(await handle.result()).toBe('stopped');
    expect(done()).toEqual(['enrol', 'release', 'close']);
    await recorded('stopped-at-once');
  });

  test('woken during a release, looks once more instead of waiting', async () => {
    const { handle, done, recorded } = await launch(async () => {
      await wakeItself(handle.workflowId);
      return walking;
    });
    expect(await handle.result()).toBe('complete');
    expect(done()).toEqual(['enrol', 'release', 'release']);
    await recorded('woken-while-releasing');
  });

  test('woken many times, looks each time and never waits twice', async () => {
    const later = Array.from({ length: 4 }, () => nextDay);
    const { handle, done, wake, settled, recorded } = await launch(...later, walking);
    for (let looks = 1; looks <= 5; looks += 1) {
      await settled();
      expect(done()).toHaveLength(1 + looks);
      await wake();
    }
    expect(await handle.result()).toBe('complete');
    await recorded('woken-many-times');
  });
});

const wakeItself = (workflowId: string) =>
  engine.client.workflow.getHandle(workflowId).signal(signalNames.woken);
