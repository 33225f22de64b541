import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rows, sql } from '#db/sql.ts';
import { workflowIds } from '#domain/names.ts';
import type { Visitor } from '#test/support/app.ts';
import { attributesOf, shortType } from '#test/support/histories/history.ts';
import { recordHistory } from '#test/support/histories/record.ts';
import { runWorld, type RunningWorld } from '#test/support/running.ts';
import { startTestTemporal } from '#test/support/temporal-server.ts';
import { until } from '#test/support/until.ts';

// A campaign on an engine that asks for a new run after a few events instead of some thousands.

let temporal: Awaited<ReturnType<typeof startTestTemporal>>;
let w: RunningWorld;
let maren: Visitor;

beforeAll(async () => {
  temporal = await startTestTemporal(['limit.historyCount.suggestContinueAsNew=14']);
  w = await runWorld(temporal.address);
  maren = await w.app.as(w.alder.maren);
}, 120_000);
afterAll(async () => {
  await w?.end();
  await temporal?.stop();
});

interface Walk {
  id: string;
  state: string;
  sent: number;
}

const walks = () =>
  rows<Walk>(
    w.database.fork(),
    sql`select m.id, m.state,
      (select count(*) from send s where s.membership_id = m.id and s.provider_id is not null) as sent
    from membership m where m.campaign_id = ${w.alder.campaignId} and m.excluded_reason is null order by m.planned_rank`,
  );

const everybodyHas = (messages: number) =>
  until(async () => (await walks()).every(({ sent }) => sent === messages), {
    patienceMs: 60_000,
  });

/** Takes the first run of a workflow and the one that it started. */
async function recordRuns(workflowId: string, type: string): Promise<void> {
  const { client } = w.engine;
  const last = await client.workflow.getHandle(workflowId).fetchHistory();
  const first = last.events?.[0]?.workflowExecutionStartedEventAttributes?.firstExecutionRunId;
  const history = await recordHistory(
    client,
    workflowId,
    `${type}-continues-as-new`,
    first ?? undefined,
  );
  const ended = history.events.at(-1)!;
  expect(shortType(ended)).toBe('WorkflowExecutionContinuedAsNew');
  const { newExecutionRunId } = attributesOf(ended);
  await recordHistory(client, workflowId, `${type}-continued`, String(newExecutionRunId));
}

describe('a history that grows too long goes on in a new run', () => {
  test('each person gets each message once, and the campaign is complete', async () => {
    await maren.post(`/campaigns/${w.alder.campaignId}/launch`);
    await until(async () => (await walks()).length > 5, { patienceMs: 60_000 });
    await everybodyHas(1);
    await maren.post('/clock', { move: 'three-days' });
    await everybodyHas(2);
    for (const move of ['three-days', 'three-days', 'three-days', 'tomorrow']) {
      await maren.post('/clock', { move });
    }
    await until(async () => (await walks()).every(({ state }) => state === 'ended'), {
      patienceMs: 60_000,
    });
    expect((await walks()).every(({ sent }) => sent === 3)).toBe(true);
    const { client } = w.engine;
    const campaign = workflowIds.campaign(w.alder.campaignId);
    expect(await client.workflow.getHandle(campaign).result()).toBe('complete');
    const walk = workflowIds.membership((await walks())[0]?.id ?? '');
    expect(await client.workflow.getHandle(walk).result()).toBe('exited');
    await recordRuns(campaign, 'campaign');
    await recordRuns(walk, 'membership');
  }, 120_000);
});
