import { conversationOf, addInteraction } from '../conversations.ts';
import type { Db } from '../orm.ts';
import { tellRelay } from '../outbox.ts';
import { firstRow, sql } from '../sql.ts';

/** A message on its own: a reply, a confirmation, an answer to HELP, a test. */
export interface NewSend {
  workspaceId: string;
  /** One of `intentKeys`: what may be said once. */
  intentKey: string;
  purpose: 'conversation' | 'confirmation' | 'service';
  addressId: string;
  contactId: string | null;
  /** The number to answer from; null leaves it to the gate. */
  senderId: string | null;
  body: string;
  orderId?: string | null;
  /** The provider event that it answers. */
  eventId?: string | null;
  authorId?: string | null;
  /** False for a test, which belongs to no thread. */
  asInteraction: boolean;
  at: Date;
}

export interface QueuedSend {
  sendId: string;
  interactionId: string | null;
}

/**
 * Puts one message into the ledger and asks the relay to have it sent; it shows in the thread at once.
 * Safe to repeat: the same intent is the same send.
 */
export async function queueSend(em: Db, wanted: NewSend): Promise<QueuedSend> {
  const { workspaceId, intentKey } = wanted;
  const made = await firstRow<{ id: string }>(
    em,
    sql`insert into send (workspace_id, intent_key, purpose, channel, state, contact_id, address_id, sender_id, order_id, event_id, body)
      values (${workspaceId}, ${intentKey}, ${wanted.purpose}, 'sms', 'queued', ${wanted.contactId}, ${wanted.addressId},
        ${wanted.senderId}, ${wanted.orderId ?? null}, ${wanted.eventId ?? null}, ${wanted.body})
      on conflict (workspace_id, intent_key) do nothing returning id`,
  );
  if (!made) return queuedBefore(em, workspaceId, intentKey);
  const interactionId = wanted.asInteraction ? await showInThread(em, made.id, wanted) : null;
  await tellRelay(em, { workspaceId, kind: 'send.start', key: made.id });
  return { sendId: made.id, interactionId };
}

async function queuedBefore(em: Db, workspaceId: string, intentKey: string): Promise<QueuedSend> {
  const found = await firstRow<QueuedSend>(
    em,
    sql`select id as "sendId", interaction_id as "interactionId" from send
      where workspace_id = ${workspaceId} and intent_key = ${intentKey}`,
  );
  if (!found) throw new Error(`No send for ${intentKey}, though it was there a moment ago.`);
  return found;
}

async function showInThread(em: Db, sendId: string, wanted: NewSend): Promise<string | null> {
  const { workspaceId, contactId, at } = wanted;
  if (!contactId) return null;
  const conversationId = await conversationOf(em, { workspaceId, contactId, at });
  return addInteraction(em, {
    workspaceId,
    conversationId,
    contactId,
    kind: 'message',
    channel: 'sms',
    direction: 'out',
    body: wanted.body,
    at,
    addressId: wanted.addressId,
    senderId: wanted.senderId,
    sendId,
    state: 'queued',
    authorId: wanted.authorId ?? null,
    detail: { purpose: wanted.purpose },
  });
}
