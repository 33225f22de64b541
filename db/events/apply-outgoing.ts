import type { PastMessage } from '#domain/history/exchange.ts';
import { rankOf, type SendState } from '#domain/sending/states.ts';
import { knownConversation } from '../history/known-conversation.ts';
import { writeMessages } from '../history/write-messages.ts';
import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';
import { applyStatus } from './apply-status.ts';
import { later } from './ask-provider.ts';
import { numberOfOurs } from './number-of-ours.ts';
import { applied, type Applied, type StoredEvent } from './stored-event.ts';
import { toldAt } from './told-at.ts';

export interface Outgoing {
  message: PastMessage;
  errorCode: string | null;
}

/**
 * How far a message of the firm came: one of the ledger is moved on; one that was written in the
 * provider's own app is kept. While a send to the same person is in the air, nobody knows yet which it is.
 */
export async function applyOutgoing(
  em: Db,
  event: StoredEvent,
  { message, errorCode }: Outgoing,
): Promise<Applied> {
  const ours = await numberOfOurs(em, event, message);
  if (!ours) return later(em, event, 'unknown-number');
  const send = await sendOf(em, event, message, ours.senderId);
  if (send === 'known') {
    const { providerId, state } = message;
    const fact = { providerId, sendId: null, state: sendStateOf(state), errorCode };
    return applyStatus(em, event, { ...fact, segments: null, priceMicros: null });
  }
  if (send === 'in-the-air') return { kind: 'later', reason: 'send-under-way' };
  if (await cameFurther(em, event, message)) return applied;
  const { workspaceId, providerAccountId: accountId } = event;
  const where = { workspaceId, accountId, externalId: message.conversationId };
  const conversation = await knownConversation(em, {
    ...where,
    numberId: ours.externalId,
    participants: message.to,
  });
  const messages = [{ ...message, at: toldAt(event, message.at).toISOString() }];
  await writeMessages(em, { workspaceId, accountId, conversation, messages, origin: 'event' });
  return applied;
}

const sendStateOf = (state: PastMessage['state']): SendState =>
  state === 'received' ? 'sent' : state;

async function sendOf(
  em: Db,
  { workspaceId, providerAccountId }: StoredEvent,
  { providerId, to }: PastMessage,
  senderId: string | null,
): Promise<'known' | 'in-the-air' | 'none'> {
  const found = await firstRow<{ known: boolean }>(
    em,
    sql`select s.provider_id is not null as known from send s
    where s.provider_account_id = ${providerAccountId} and s.provider_id = ${providerId}
    union all
    select false from send s join address a on a.workspace_id = s.workspace_id and a.id = s.address_id
    where s.workspace_id = ${workspaceId} and s.state = 'sending' and s.sender_id = ${senderId}
      and a.kind = 'phone' and a.value = any(${[...to]})
    order by known desc limit 1`,
  );
  if (!found) return 'none';
  return found.known ? 'known' : 'in-the-air';
}

/** Events come in any order: what is there already may be the later word. */
async function cameFurther(
  em: Db,
  { workspaceId, providerAccountId }: StoredEvent,
  { providerId, state }: PastMessage,
): Promise<boolean> {
  const there = await firstRow<{ state: SendState | null }>(
    em,
    sql`select state from interaction where workspace_id = ${workspaceId} and provider_account_id = ${providerAccountId}
      and provider_id = ${providerId}`,
  );
  return Boolean(there?.state) && rankOf(there!.state!) >= rankOf(sendStateOf(state));
}
