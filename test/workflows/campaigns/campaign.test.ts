import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createActivities } from '#activities/index.ts';
import { orderCampaign } from '#db/campaigns/orders.ts';
import { rows, sql } from '#db/sql.ts';
import type { CampaignOrder } from '#domain/campaigns/stages.ts';
import { taskQueues, workflowIds } from '#domain/names.ts';
import { startEngine, type Engine } from '#test/support/engine.ts';
import { openSendingWorld, rowOf, type SendingWorld } from '#test/support/sending.ts';
import { until } from '#test/support/until.ts';

let w: SendingWorld;
let engine: Engine;
beforeEach(async () => {
  w = await openSendingWorld();
  engine = await startEngine(byQueue());
});
afterEach(async () => {
  await engine.close();
  await w.end();
});

function byQueue() {
  const keys = Object.keys(taskQueues) as (keyof typeof taskQueues)[];
  return Object.fromEntries(
    createActivities(w.world).map(({ taskQueue, activities }) => [
      keys.find((key) => taskQueues[key] === taskQueue) ?? taskQueue,
      activities,
    ]),
  );
}

const give = (order: CampaignOrder) =>
  w.database.transaction((em) =>
    orderCampaign(em, order, {
      workspaceId: w.alder.workspaceId,
      userId: w.alder.maren.id,
      orderId: crypto.randomUUID(),
      campaignId: w.alder.campaignId,
    }),
  );

const start = () =>
  engine.client.workflow.start('campaign', {
    args: [{ campaignId: w.alder.campaignId }],
    workflowId: workflowIds.campaign(w.alder.campaignId),
    taskQueue: taskQueues.workflows,
  });

const members = () =>
  rows<{ id: string; state: string; reason: string | null; sent: number }>(
    w.database.fork(),
    sql`select m.id, m.state, m.excluded_reason as reason,
      (select count(*) from send s where s.membership_id = m.id and s.provider_id is not null) as sent
    from membership m where m.campaign_id = ${w.alder.campaignId}`,
  );

describe('a launched campaign', () => {
  test('writes everybody who matches down, and sends each enrolled person the first message once', async () => {
    await give('launch');
    await start();
    await until(async () => {
      const enrolled = (await members()).filter(({ state }) => state !== 'excluded');
      return enrolled.length > 5 && enrolled.every(({ sent }) => sent === 1);
    });
    const all = await members();
    const ledger = await w.sandbox.ledger();
    expect(ledger).toHaveLength(all.filter(({ state }) => state === 'walking').length);
    expect(new Set(ledger.map(({ to }) => to)).size).toBe(ledger.length);
    expect(new Set(all.map(({ reason }) => reason))).toContain('opted-out');
    expect(await rowOf(w, 'campaign', w.alder.campaignId)).toMatchObject({ state: 'running' });
  });

  test('that is stopped ends every open walk, and then itself', async () => {
    await give('launch');
    const handle = await start();
    await until(async () => (await members()).some(({ sent }) => sent === 1));
    await give('stop');
    await handle.signal('woken');
    expect(await handle.result()).toBe('stopped');
    const open = (await members()).filter(
      ({ state }) => state === 'walking' || state === 'enrolled',
    );
    expect(open).toEqual([]);
  });
});
