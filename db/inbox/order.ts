import { recordOrder } from '../orders.ts';
import type { Db } from '../orm.ts';
import { firstRow, run, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';

/** An order about a conversation, as it comes from a form. */
export interface ConversationOrder {
  workspaceId: string;
  userId: string;
  orderId: string;
  conversationId: string;
}

export type OrderOutcome = 'done' | 'not-found';

/** Locks the conversation, so that what is said and decided in it has one order. */
export async function lockConversation(
  em: Db,
  { workspaceId, conversationId }: { workspaceId: string; conversationId: string },
): Promise<{ contactId: string } | undefined> {
  return firstRow(
    em,
    sql<{ contactId: string }>`select contact_id as "contactId" from conversation
    where workspace_id = ${workspaceId} and id = ${conversationId} for no key update`,
  );
}

/** Gives a conversation to one of the desk, or to nobody. */
export async function assignConversation(
  em: Db,
  order: ConversationOrder,
  assigneeId: string | null,
): Promise<OrderOutcome | 'no-member'> {
  const member = assigneeId ? await memberOf(em, order.workspaceId, assigneeId) : null;
  if (assigneeId && !member) return 'no-member';
  const payload = { userId: assigneeId, to: member?.name ?? null };
  return change(em, order, {
    kind: 'conversation.assign',
    payload,
    set: sql`assignee_id = ${assigneeId}::uuid`,
  });
}

/** Lets it rest until an instant of the workspace's clock; a message from the person wakes it. */
export function snoozeConversation(
  em: Db,
  order: ConversationOrder,
  until: Date,
): Promise<OrderOutcome> {
  return change(em, order, {
    kind: 'conversation.snooze',
    payload: { until: until.toISOString() },
    set: sql`state = 'snoozed', snoozed_until = ${until}`,
  });
}

/** Lays it aside. A message from the person brings it back. */
export function closeConversation(em: Db, order: ConversationOrder): Promise<OrderOutcome> {
  return change(em, order, {
    kind: 'conversation.done',
    payload: {},
    set: sql`state = 'done', snoozed_until = null, missed_at = null`,
  });
}

export function reopenConversation(em: Db, order: ConversationOrder): Promise<OrderOutcome> {
  return change(em, order, {
    kind: 'conversation.reopen',
    payload: {},
    set: sql`state = 'open', snoozed_until = null`,
  });
}

interface Change {
  kind: string;
  payload: Record<string, unknown>;
  set: ReturnType<typeof sql>;
}

async function change(
  em: Db,
  order: ConversationOrder,
  { kind, payload, set }: Change,
): Promise<OrderOutcome> {
  const { workspaceId, userId, orderId, conversationId } = order;
  if (!(await lockConversation(em, order))) return 'not-found';
  const isNew = await recordOrder(em, {
    id: orderId,
    workspaceId,
    userId,
    kind,
    subjectType: 'conversation',
    subjectId: conversationId,
    payload,
  });
  if (!isNew) return 'done';
  await run(
    em,
    sql`update conversation set ${set} where workspace_id = ${workspaceId} and id = ${conversationId}`,
  );
  const told = { workspaceId, refId: conversationId, kind };
  await tellUi(em, { ...told, topic: 'inbox' }, { ...told, topic: 'conversation' });
  return 'done';
}

/** Only those who may write in the inbox can be given something to answer. */
async function memberOf(em: Db, workspaceId: string, userId: string) {
  return firstRow<{ name: string }>(
    em,
    sql`select u.name from seat s join app_user u on u.id = s.user_id
    where s.workspace_id = ${workspaceId} and s.user_id = ${userId} and s.role in ('owner', 'admin', 'agent')`,
  );
}
