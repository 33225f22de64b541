import { whyUnreachable, type Unreachable } from '#domain/inbox/reachable.ts';
import { mayTryAgain } from '#domain/inbox/retry.ts';
import { intentKeys } from '#domain/names.ts';
import type { Provider } from '#domain/sending/refusals.ts';
import type { SendState } from '#domain/sending/states.ts';
import { workspaceNow } from '../clock.ts';
import { recordOrder } from '../orders.ts';
import type { Db } from '../orm.ts';
import { queueSend } from '../sending/queue-send.ts';
import { firstRow, run, sql } from '../sql.ts';
import { lockConversation, type ConversationOrder } from './order.ts';

export type RetryOutcome =
  | { kind: 'sent' }
  | { kind: 'not-found' }
  /** It arrived after all, may still arrive, or was sent once more before. */
  | { kind: 'not-now' }
  | { kind: 'unreachable'; why: Unreachable };

interface Failed {
  body: string;
  contactId: string;
  addressId: string;
  senderId: string | null;
  state: SendState;
  errorCode: string | null;
  provider: Provider;
  retried: boolean;
  blocked: string[];
  invalidReason: string | null;
  lineType: string | null;
  erased: boolean;
}

/** Sends a text of ours that did not arrive once more, as a message of its own. */
export async function retryMessage(
  em: Db,
  order: ConversationOrder & { interactionId: string },
): Promise<RetryOutcome> {
  if (!(await lockConversation(em, order))) return { kind: 'not-found' };
  const failed = await failedMessage(em, order);
  if (!failed) return { kind: 'not-found' };
  const { workspaceId, userId, orderId, conversationId, interactionId } = order;
  const why = whyUnreachable(failed);
  if (why) return { kind: 'unreachable', why };
  const isNew = await recordOrder(em, {
    id: orderId,
    workspaceId,
    userId,
    kind: 'reply',
    subjectType: 'conversation',
    subjectId: conversationId,
    payload: { again: interactionId },
  });
  if (!isNew) return { kind: 'sent' };
  if (failed.retried || !mayTryAgain(failed.state, failed)) return { kind: 'not-now' };
  await countAsRetried(em, order);
  await queueSend(em, {
    workspaceId,
    intentKey: intentKeys.reply(orderId),
    purpose: 'conversation',
    addressId: failed.addressId,
    contactId: failed.contactId,
    senderId: failed.senderId,
    body: failed.body,
    orderId,
    authorId: userId,
    asInteraction: true,
    at: await workspaceNow(em, workspaceId),
  });
  return { kind: 'sent' };
}

function failedMessage(
  em: Db,
  order: ConversationOrder & { interactionId: string },
): Promise<Failed | undefined> {
  return firstRow(
    em,
    sql<Failed>`select i.body, i.contact_id as "contactId", a.id as "addressId", i.sender_id as "senderId",
      coalesce(s.state, i.state) as state, s.error_code as "errorCode", coalesce(p.provider, 'twilio') as provider, coalesce((i.detail->>'retried')::boolean, false) as retried,
      a.blocked, a.invalid_reason as "invalidReason", a.line_type as "lineType", c.erased_at is not null as erased
    from interaction i
      join address a on a.workspace_id = i.workspace_id and a.id = i.address_id
      join contact c on c.workspace_id = i.workspace_id and c.id = i.contact_id
      left join send s on s.workspace_id = i.workspace_id and s.id = i.send_id
      left join provider_account p on p.workspace_id = s.workspace_id and p.id = s.provider_account_id
    where i.workspace_id = ${order.workspaceId} and i.conversation_id = ${order.conversationId}
      and i.id = ${order.interactionId} and i.kind = 'message' and i.direction = 'out' and i.author_id is not null`,
  );
}

/** It no longer waits for a person: the second attempt is what counts from here on. */
async function countAsRetried(
  em: Db,
  { workspaceId, conversationId, interactionId }: ConversationOrder & { interactionId: string },
): Promise<void> {
  await run(
    em,
    sql`with again as (
      update interaction set detail = detail || '{"retried": true}'
      where workspace_id = ${workspaceId} and id = ${interactionId})
    update conversation set failed_sends = greatest(0, failed_sends - 1)
    where workspace_id = ${workspaceId} and id = ${conversationId}`,
  );
}
