import { workspaceNow } from '../clock.ts';
import { addInteraction } from '../conversations.ts';
import { recordOrder } from '../orders.ts';
import type { Db } from '../orm.ts';
import { lockConversation, type ConversationOrder, type OrderOutcome } from './order.ts';

/** Writes a note that stays inside. */
export async function addNote(
  em: Db,
  order: ConversationOrder & { body: string },
): Promise<OrderOutcome> {
  const { workspaceId, userId, orderId, conversationId, body } = order;
  const conversation = await lockConversation(em, order);
  if (!conversation) return 'not-found';
  const isNew = await recordOrder(em, {
    id: orderId,
    workspaceId,
    userId,
    kind: 'note',
    subjectType: 'conversation',
    subjectId: conversationId,
  });
  if (!isNew) return 'done';
  await addInteraction(em, {
    workspaceId,
    conversationId,
    contactId: conversation.contactId,
    kind: 'note',
    channel: null,
    direction: null,
    body,
    at: await workspaceNow(em, workspaceId),
    authorId: userId,
  });
  return 'done';
}
