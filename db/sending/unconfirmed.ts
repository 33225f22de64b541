import { setInteractionState } from '../conversations.ts';
import { recordOrder } from '../orders.ts';
import type { Db } from '../orm.ts';
import { tellRelay } from '../outbox.ts';
import { rows, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';

/** A message of which nobody knows whether the provider took it. */
export interface UnconfirmedSend {
  id: string;
  contactId: string | null;
  contact: string;
  phone: string;
  conversationId: string | null;
  campaignId: string | null;
  campaign: string | null;
  body: string;
  /** When it was let go, on the clock of the workspace. */
  calledAt: Date | null;
}

/** The oldest first; `limit` at a time. */
export async function unconfirmedSends(
  em: Db,
  { workspaceId, limit }: { workspaceId: string; limit: number },
): Promise<UnconfirmedSend[]> {
  return rows<UnconfirmedSend>(
    em,
    sql`select s.id, s.contact_id as "contactId", coalesce(trim(c.first_name || ' ' || c.last_name), '') as contact,
        a.value as phone, s.conversation_id as "conversationId", s.campaign_id as "campaignId",
        k.name as campaign, coalesce(s.body, '') as body, s.decided_at as "calledAt"
      from send s
      join address a on a.workspace_id = s.workspace_id and a.id = s.address_id
      left join contact c on c.workspace_id = s.workspace_id and c.id = s.contact_id
      left join campaign k on k.workspace_id = s.workspace_id and k.id = s.campaign_id
      where s.workspace_id = ${workspaceId} and s.state = 'unconfirmed' order by s.id limit ${limit}`,
  );
}

export interface SendDecision {
  orderId: string;
  workspaceId: string;
  userId: string;
  sendIds: readonly string[];
  /** `arrived`: it counts as sent. `lost`: it is sent again, through the gate as ever. */
  verdict: 'arrived' | 'lost';
}

/**
 * Takes a person's word for what became of messages; whatever a callback has told meanwhile stands.
 * @returns how many were decided by it
 */
export async function decideSends(em: Db, decision: SendDecision): Promise<number> {
  const { workspaceId, verdict, sendIds } = decision;
  const isNew = await recordOrder(em, {
    id: decision.orderId,
    workspaceId,
    userId: decision.userId,
    kind: `send.${verdict}`,
    subjectType: 'send',
    subjectId: null,
    payload: { sendIds },
  });
  if (!isNew) return 0;
  const decided = await settle(em, decision);
  for (const { id, membershipId } of decided) {
    const state = verdict === 'arrived' ? 'accepted' : 'queued';
    await setInteractionState(em, { workspaceId, sendId: id, state });
    await tellRelay(
      em,
      ...(membershipId
        ? [{ workspaceId, kind: 'membership.wake' as const, key: membershipId }]
        : // Its workflow may stand still and wait for this word, or have ended long ago.
          (['send.start', 'send.wake'] as const).map((kind) => ({ workspaceId, kind, key: id }))),
    );
  }
  await tellUi(em, { workspaceId, topic: 'workspace', refId: null, kind: 'sends' });
  return decided.length;
}

function settle(em: Db, { workspaceId, sendIds, verdict }: SendDecision) {
  const change =
    verdict === 'arrived'
      ? sql`state = 'accepted', accepted_at = coalesce(accepted_at, decided_at, workspace_now(workspace_id))`
      : sql`state = 'held', held_until = null, call_deadline_at = null, looked_at = null`;
  return rows<{ id: string; membershipId: string | null }>(
    em,
    sql`update send set ${change}, updated_at = now()
      where workspace_id = ${workspaceId} and id = any(${[...sendIds]}) and state = 'unconfirmed'
      returning id, membership_id as "membershipId"`,
  );
}
