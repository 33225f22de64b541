import { afterOrder, type CampaignOrder, type CampaignState } from '#domain/campaigns/stages.ts';
import type { Db } from '../orm.ts';
import { recordOrder } from '../orders.ts';
import { tellRelay } from '../outbox.ts';
import { lockDecisions } from '../sending/lock-decisions.ts';
import { firstRow, run, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';

export interface CampaignOrderInput {
  workspaceId: string;
  userId: string | null;
  orderId: string;
  campaignId: string;
}

/** `given-before` is a double click; `not-now` names the state that does not allow it. */
export type OrderOutcome =
  | { kind: 'done'; state: CampaignState }
  | { kind: 'given-before' }
  | { kind: 'not-found' }
  | { kind: 'not-now'; state: CampaignState };

/**
 * Launch, pause, resume or stop: one transaction, whether or not the engine is up. Once a pause or a stop is
 * answered, no call of this campaign begins.
 */
export async function orderCampaign(
  em: Db,
  order: CampaignOrder,
  input: CampaignOrderInput,
): Promise<OrderOutcome> {
  const { workspaceId, campaignId } = input;
  if (order === 'pause' || order === 'stop') await lockDecisions(em, workspaceId);
  const campaign = await firstRow<{ state: CampaignState }>(
    em,
    sql`select state from campaign where workspace_id = ${workspaceId} and id = ${campaignId} for no key update`,
  );
  if (!campaign) return { kind: 'not-found' };
  const isNew = await recordOrder(em, {
    id: input.orderId,
    workspaceId,
    userId: input.userId,
    kind: `campaign.${order}`,
    subjectType: 'campaign',
    subjectId: campaignId,
  });
  if (!isNew) return { kind: 'given-before' };
  const state = afterOrder(campaign.state, order);
  if (!state) return { kind: 'not-now', state: campaign.state };
  await carryOut(em, order, { ...input, state });
  await tellRelay(em, {
    workspaceId,
    kind: order === 'launch' ? 'campaign.start' : 'campaign.wake',
    key: campaignId,
  });
  await tellUi(em, { workspaceId, topic: 'campaign', refId: campaignId, kind: order });
  return { kind: 'done', state };
}

async function carryOut(
  em: Db,
  order: CampaignOrder,
  input: CampaignOrderInput & { state: CampaignState },
): Promise<void> {
  const { workspaceId, campaignId, userId, state } = input;
  const now = sql`workspace_now(${workspaceId})`;
  await run(
    em,
    sql`update campaign set state = ${state},
      launched_at = case when ${order === 'launch'} then ${now} else launched_at end,
      ended_at = case when ${order === 'stop'} then ${now} else ended_at end
    where workspace_id = ${workspaceId} and id = ${campaignId}`,
  );
  if (order === 'pause') {
    await run(
      em,
      sql`insert into campaign_pause (workspace_id, campaign_id, paused_at, paused_by)
      values (${workspaceId}, ${campaignId}, ${now}, ${userId})`,
    );
  } else if (order !== 'launch') {
    await run(
      em,
      sql`update campaign_pause set resumed_at = ${now}
      where workspace_id = ${workspaceId} and campaign_id = ${campaignId} and resumed_at is null`,
    );
  }
}
