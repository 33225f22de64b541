import {
  membershipOrders,
  type MembershipOrder,
  type MembershipState,
} from '#domain/campaigns/membership.ts';
import { endWalks } from '../memberships.ts';
import type { Db } from '../orm.ts';
import { recordOrder } from '../orders.ts';
import { tellRelay } from '../outbox.ts';
import { lockDecisions } from '../sending/lock-decisions.ts';
import { firstRow, run, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';

export interface MembershipOrderInput {
  workspaceId: string;
  userId: string | null;
  orderId: string;
  membershipId: string;
}

export type MembershipOrderOutcome = 'done' | 'given-before' | 'not-found' | 'not-now';

/** Pause, resume, send now or stop one walk. "Send now" skips the wait, never the gate. */
export async function orderMembership(
  em: Db,
  order: MembershipOrder,
  input: MembershipOrderInput,
): Promise<MembershipOrderOutcome> {
  const { workspaceId, membershipId } = input;
  if (order === 'pause' || order === 'stop') await lockDecisions(em, workspaceId);
  const membership = await firstRow<{
    state: MembershipState;
    paused: boolean;
    campaignId: string;
  }>(
    em,
    sql`select state, paused_at is not null as paused, campaign_id as "campaignId" from membership
    where workspace_id = ${workspaceId} and id = ${membershipId} for no key update`,
  );
  if (!membership) return 'not-found';
  const isNew = await recordOrder(em, {
    id: input.orderId,
    workspaceId,
    userId: input.userId,
    kind: `membership.${order}`,
    subjectType: 'membership',
    subjectId: membershipId,
  });
  if (!isNew) return 'given-before';
  if (!membershipOrders(membership.state, membership.paused).includes(order)) return 'not-now';
  await carryOut(em, order, { ...input, campaignId: membership.campaignId });
  await tellUi(em, { workspaceId, topic: 'membership', refId: membershipId, kind: order });
  return 'done';
}

async function carryOut(
  em: Db,
  order: MembershipOrder,
  input: MembershipOrderInput & { campaignId: string },
): Promise<void> {
  const { workspaceId, membershipId, campaignId } = input;
  const wake = { workspaceId, kind: 'membership.wake' as const, key: membershipId };
  const change = (set: ReturnType<typeof sql>) =>
    run(
      em,
      sql`update membership set ${set} where workspace_id = ${workspaceId} and id = ${membershipId}`,
    );
  switch (order) {
    case 'pause':
      await change(sql`paused_at = workspace_now(${workspaceId})`);
      break;
    case 'resume':
      await change(
        sql`paused_at = null, awaits = case when awaits = 'resume' then 'due' else awaits end`,
      );
      // One that was paused before its turn is released by the campaign; a walking one is woken.
      await tellRelay(em, wake, { workspaceId, kind: 'campaign.wake', key: campaignId });
      break;
    case 'send-now':
      await change(sql`send_now = true`);
      await tellRelay(em, wake);
      break;
    case 'stop':
      await endWalks(em, { workspaceId, ending: 'stopped' }, [{ id: membershipId }]);
  }
}
