import { afterAll, beforeAll, expect, test } from 'vitest';
import { addCampaign, addSequence } from '#db/seeds/outreach-rows.ts';
import { firstRow, rows, sql } from '#db/sql.ts';
import { signalNames, workflowIds } from '#domain/names.ts';
import type { Block } from '#domain/sequences/step.ts';
import type { Visitor } from '#test/support/app.ts';
import { historyOf, recordHistory } from '#test/support/histories/record.ts';
import { storyOf } from '#test/support/histories/story.ts';
import { runWorld, type RunningWorld } from '#test/support/running.ts';
import { rowOf } from '#test/support/sending.ts';
import { until } from '#test/support/until.ts';

// Campaigns over several days: paused and resumed, stopped, and gone on with tomorrow.

let w: RunningWorld;
let maren: Visitor;

beforeAll(async () => {
  w = await runWorld();
  maren = await w.app.as(w.alder.maren);
});
afterAll(() => w.end());

const note = (id: string): Block => ({
  id,
  kind: 'message',
  channel: 'sms',
  variants: [{ id: `${id}-a`, text: 'A fitting morning is free this week.' }],
});

/** Launches a campaign for everybody of a tag. */
async function launch(tag: string, blocks: Block[], dailyLimit: number): Promise<string> {
  const { workspaceId, maren: by } = w.alder;
  const campaignId = await w.database.transaction(async (em) => {
    const sequence = await addSequence(em, { workspaceId, by: by.id, name: tag, blocks });
    return addCampaign(em, {
      ...sequence,
      workspaceId,
      by: by.id,
      name: tag,
      tags: [tag],
      window: { days: [1, 2, 3, 4, 5, 6, 7], from: 540, to: 1080, zone: 'America/New_York' },
      dailyLimit,
    });
  });
  await maren.post(`/campaigns/${campaignId}/launch`);
  return campaignId;
}

async function sentBy(campaignId: string): Promise<number> {
  const found = await firstRow<{ n: number }>(
    w.database.fork(),
    sql`select count(*) as n from send s join membership m on m.id = s.membership_id
    where m.campaign_id = ${campaignId} and s.provider_id is not null`,
  );
  return found?.n ?? 0;
}

/** What the campaign was told at each look. */
async function looks(campaignId: string): Promise<string[]> {
  const history = await historyOf(w.engine.client, workflowIds.campaign(campaignId));
  return storyOf(history).filter((word) => word.startsWith('releaseDue: '));
}

const waitsFor = async (campaignId: string) =>
  (await looks(campaignId)).at(-1)?.replace('releaseDue: waiting ', '');

test('one a day: nobody is written to while it is paused, and the next one after it is resumed', async () => {
  const campaignId = await launch('ski-house', [note('st-note')], 1);
  await until(async () => (await sentBy(campaignId)) === 1);
  await until(async () => (await waitsFor(campaignId)) === 'next-day');
  await maren.post(`/campaigns/${campaignId}/pause`);
  await until(async () => (await waitsFor(campaignId)) === 'paused');
  const before = (await looks(campaignId)).length;
  await maren.post('/clock', { move: 'tomorrow' });
  const workflowId = workflowIds.campaign(campaignId);
  const campaign = w.engine.client.workflow.getHandle(workflowId);
  await campaign.signal(signalNames.woken);
  await until(async () => (await looks(campaignId)).length > before);
  expect(await sentBy(campaignId)).toBe(1);
  await maren.post(`/campaigns/${campaignId}/resume`);
  await until(async () => (await sentBy(campaignId)) === 2);
  await until(async () => (await waitsFor(campaignId)) === 'next-day');
  await maren.post('/clock', { move: 'tomorrow' });
  expect(await campaign.result()).toBe('complete');
  expect(await sentBy(campaignId)).toBe(3);
  await recordHistory(w.engine.client, workflowId, 'campaign-paused');
}, 60_000);

test('stopped, it closes every open walk, and those who were planned for tomorrow never begin', async () => {
  const wait: Block = { id: 'st-wait', kind: 'wait', amount: 3, unit: 'days' };
  const campaignId = await launch('second-home', [note('st-first'), wait, note('st-second')], 4);
  await until(async () => (await sentBy(campaignId)) === 4);
  await until(async () => (await waitsFor(campaignId)) === 'next-day');
  await maren.post(`/campaigns/${campaignId}/stop`);
  const { client } = w.engine;
  const workflowId = workflowIds.campaign(campaignId);
  expect(await client.workflow.getHandle(workflowId).result()).toBe('stopped');
  expect((await rowOf(w, 'campaign', campaignId))['state']).toBe('stopped');
  const walks = await rows<{ id: string; began: boolean; ending: string | null }>(
    w.database.fork(),
    sql`select id, started_at is not null as began, ending from membership
    where campaign_id = ${campaignId} and excluded_reason is null order by planned_rank`,
  );
  expect(walks.filter(({ began }) => began)).toHaveLength(4);
  expect(walks.length).toBeGreaterThan(4);
  expect(walks.every(({ ending }) => ending === 'campaign-stopped')).toBe(true);
  const walk = workflowIds.membership(walks[0]?.id ?? '');
  expect(await client.workflow.getHandle(walk).result()).toBe('campaign-stopped');
  expect(await sentBy(campaignId)).toBe(4);
  await recordHistory(client, workflowId, 'campaign-stopped');
  await recordHistory(client, walk, 'membership-campaign-stopped');
}, 60_000);
