import { whyUnreachable, type Unreachable } from '#domain/inbox/reachable.ts';
import { intentKeys } from '#domain/names.ts';
import { workspaceNow } from '../clock.ts';
import { recordOrder } from '../orders.ts';
import type { Db } from '../orm.ts';
import { queueSend } from '../sending/queue-send.ts';
import { firstRow, sql } from '../sql.ts';
import { newerAnswer, type Answer } from './newer-answer.ts';
import { lockConversation, type ConversationOrder } from './order.ts';
import { markRead } from './read.ts';

export interface NewReply extends ConversationOrder {
  body: string;
  /** To which number of the person; null is the one they wrote from. */
  addressId: string | null;
  /** From which number of ours; null is the one they wrote to, else the gate's choice. */
  senderId: string | null;
  /** The last interaction that the writer saw. */
  seenId: string | null;
  /** Send although somebody else has answered meanwhile. */
  anyway: boolean;
}

export type ReplyOutcome =
  | { kind: 'sent' }
  | { kind: 'not-found' }
  /** Nothing was recorded: the same order may be given again with `anyway`. */
  | { kind: 'answered'; answer: Answer }
  | { kind: 'unreachable'; why: Unreachable | 'no-number' }
  | { kind: 'no-sender' };

/** A text that a person of ours writes: one order, one send, one bubble, however often it is given. */
export async function sendReply(em: Db, reply: NewReply): Promise<ReplyOutcome> {
  const conversation = await lockConversation(em, reply);
  if (!conversation) return { kind: 'not-found' };
  if (await wasGiven(em, reply)) return { kind: 'sent' };
  const { contactId } = conversation;
  const reached = await reachedAt(em, reply, contactId);
  if (!reached) return { kind: 'unreachable', why: 'no-number' };
  const why = whyUnreachable(reached);
  if (why) return { kind: 'unreachable', why };
  const senderId = reply.senderId ?? reached.knownSenderId;
  if (senderId && !(await canSend(em, reply.workspaceId, senderId))) return { kind: 'no-sender' };
  const answer = reply.anyway ? undefined : await newerAnswer(em, reply);
  if (answer) return { kind: 'answered', answer };
  await queue(em, reply, { contactId, addressId: reached.id, senderId });
  return { kind: 'sent' };
}

async function queue(
  em: Db,
  reply: NewReply,
  to: { contactId: string; addressId: string; senderId: string | null },
): Promise<void> {
  const { workspaceId, userId, orderId, conversationId, body } = reply;
  await recordOrder(em, {
    id: orderId,
    workspaceId,
    userId,
    kind: 'reply',
    subjectType: 'conversation',
    subjectId: conversationId,
    payload: { addressId: to.addressId, senderId: to.senderId },
  });
  const { interactionId } = await queueSend(em, {
    workspaceId,
    intentKey: intentKeys.reply(orderId),
    purpose: 'conversation',
    ...to,
    body,
    orderId,
    authorId: userId,
    asInteraction: true,
    at: await workspaceNow(em, workspaceId),
  });
  if (interactionId) {
    await markRead(em, { workspaceId, userId }, { conversationId, seenId: interactionId });
  }
}

async function wasGiven(em: Db, { workspaceId, orderId }: NewReply): Promise<boolean> {
  const found = await firstRow(
    em,
    sql`select 1 as one from "order" where workspace_id = ${workspaceId} and id = ${orderId}`,
  );
  return found !== undefined;
}

interface Reached {
  id: string;
  blocked: string[];
  invalidReason: string | null;
  lineType: string | null;
  erased: boolean;
  /** Of ours: where the person wrote to, else the one they are used to. */
  knownSenderId: string | null;
}

/** The number asked for, else the one that the person wrote from last, else their mobile. */
async function reachedAt(
  em: Db,
  { workspaceId, conversationId, addressId }: NewReply,
  contactId: string,
): Promise<Reached | undefined> {
  return firstRow<Reached>(
    em,
    sql<Reached>`with latest as (
      select address_id, sender_id from interaction
      where workspace_id = ${workspaceId} and conversation_id = ${conversationId} and kind = 'message' and channel = 'sms'
        and direction = 'in' order by at desc, id desc limit 1)
    select a.id, a.blocked, a.invalid_reason as "invalidReason", a.line_type as "lineType",
      c.erased_at is not null as erased, coalesce((select sender_id from latest), a.sender_id) as "knownSenderId"
    from contact_address ca
      join address a on a.workspace_id = ca.workspace_id and a.id = ca.address_id
      join contact c on c.workspace_id = ca.workspace_id and c.id = ca.contact_id
    where ca.workspace_id = ${workspaceId} and ca.contact_id = ${contactId} and a.kind = 'phone'
      and (${addressId}::uuid is null or a.id = ${addressId}::uuid)
    order by a.id = (select address_id from latest) desc nulls last, ca.label <> 'mobile', ca.position limit 1`,
  );
}

async function canSend(em: Db, workspaceId: string, senderId: string): Promise<boolean> {
  const found = await firstRow(
    em,
    sql`select 1 as one from sender where workspace_id = ${workspaceId} and id = ${senderId} and state <> 'paused'
      and 'sms' = any(channels)`,
  );
  return found !== undefined;
}
