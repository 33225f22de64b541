import type { PastMessage } from '#domain/history/exchange.ts';
import type { SendState } from '#domain/sending/states.ts';
import { knownConversation } from '../history/known-conversation.ts';
import { writeMessages } from '../history/write-messages.ts';
import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';
import { applyStatus } from './apply-status.ts';
import { unknownNumber } from './ask-provider.ts';
import { numberOfOurs } from './number-of-ours.ts';
import { applied, type Applied, type StoredEvent } from './stored-event.ts';
import { tellThread } from './tell-thread.ts';
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
  const { providerId, state } = message;
  switch (await sendOf(em, event, message)) {
    case 'known': {
      const fact = { providerId, sendId: null, state: factOf(state), errorCode };
      return applyStatus(em, event, { ...fact, segments: null, priceMicros: null });
    }
    case 'in-the-air':
      return { kind: 'later', reason: 'send-under-way' };
    case 'none':
      return keepForeign(em, event, message);
  }
}

const factOf = (state: PastMessage['state']): SendState => (state === 'received' ? 'sent' : state);

async function sendOf(
  em: Db,
  { workspaceId, providerAccountId }: StoredEvent,
  { providerId, to, numberId, number }: PastMessage,
): Promise<'known' | 'in-the-air' | 'none'> {
  const found = await firstRow<{ known: boolean }>(
    em,
    sql`select true as known from send s
    where s.provider_account_id = ${providerAccountId} and s.provider_id = ${providerId}
    union all
    select false from send s
    join address a on a.workspace_id = s.workspace_id and a.id = s.address_id
    join provider_number n on n.workspace_id = s.workspace_id and n.sender_id = s.sender_id
    where s.workspace_id = ${workspaceId} and s.state = 'sending' and a.kind = 'phone' and a.value = any(${[...to]})
      and n.provider_account_id = ${providerAccountId} and (n.external_id = ${numberId} or n.value = ${number})
    order by known desc limit 1`,
  );
  if (!found) return 'none';
  return found.known ? 'known' : 'in-the-air';
}

/** Written by hand, on the telephone or at the provider's own desk. */
async function keepForeign(em: Db, event: StoredEvent, message: PastMessage): Promise<Applied> {
  const ours = await numberOfOurs(em, event, message);
  if (!ours) return unknownNumber(em, event);
  const { workspaceId, providerAccountId: accountId } = event;
  const at = toldAt(event, message.at).toISOString();
  const conversation = await knownConversation(em, {
    workspaceId,
    accountId,
    externalId: message.conversationId,
    numberId: ours.externalId,
    participants: message.to,
    at,
  });
  if (!conversation) return { kind: 'dead', reason: 'to-not-a-number' };
  const messages = [{ ...message, at }];
  await writeMessages(em, { workspaceId, accountId, conversation, messages, origin: 'event' });
  await tellThread(em, event, conversation, 'out');
  return applied;
}
