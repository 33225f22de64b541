import type { PhoneNumber } from '#domain/contacts/phone-number.ts';
import type { PastMessage } from '#domain/history/exchange.ts';
import { meaningOf, stopMatched } from '#domain/inbox/meaning.ts';
import { partyNumber } from '#domain/openphone/party-number.ts';
import { addMissingAttachments, type NewAttachment } from '../conversations/attachments.ts';
import { knownConversation, type KnownConversation } from '../history/known-conversation.ts';
import { writeMessages } from '../history/write-messages.ts';
import { endMembershipsOfAddress } from '../memberships.ts';
import type { Db } from '../orm.ts';
import { applyMessage } from './apply-message.ts';
import { unknownNumber } from './ask-provider.ts';
import { lockAddress, textsStopped } from './inbound-address.ts';
import { numberOfOurs, type NumberOfOurs } from './number-of-ours.ts';
import { applied, type Applied, type StoredEvent } from './stored-event.ts';
import { stopAddress } from './stop-address.ts';
import { tellThread } from './tell-thread.ts';
import { toldAt } from './told-at.ts';

/**
 * What somebody wrote to a number of the provider's. One person's words are heeded as those of every
 * provider; what a group says, or somebody without a number, is kept with all whom it went to.
 */
export async function applyReceived(
  em: Db,
  event: StoredEvent,
  message: PastMessage,
): Promise<Applied> {
  const { workspaceId, providerAccountId: accountId } = event;
  const ours = await numberOfOurs(em, event, message);
  if (!ours) return unknownNumber(em, event);
  const conversation = await knownConversation(em, {
    workspaceId,
    accountId,
    externalId: message.conversationId,
    numberId: ours.externalId,
    participants: othersIn(message, ours),
    at: toldAt(event, message.at).toISOString(),
  });
  if (!conversation) return { kind: 'dead', reason: 'from-not-a-number' };
  const from = partyNumber(message.from, ours.value);
  if (from && conversation.participants.length === 1) {
    return applyMessage(em, event, {
      providerId: message.providerId,
      from,
      to: ours.value,
      numberId: ours.externalId,
      channel: 'sms',
      body: message.body,
      pictures: filesOf(message),
      at: toldAt(event, message.at),
      optOutType: null,
      // As an import would write it, so that it finds nothing to change.
      detail: { from: message.from, to: message.to, thread: conversation.id },
    });
  }
  await keep(em, event, conversation, message);
  if (from) await heedInGroup(em, event, from, message.body);
  return applied;
}

/** Everybody but us. */
function othersIn({ from, to }: PastMessage, ours: NumberOfOurs): string[] {
  return [...new Set([from, ...to])].filter((one) => one !== ours.value && one !== '');
}

const filesOf = ({ media }: PastMessage): NewAttachment[] =>
  media
    .filter(({ url }) => URL.canParse(url))
    .map(({ url, contentType }) => ({ sourceUrl: url, contentType }));

async function keep(
  em: Db,
  event: StoredEvent,
  conversation: KnownConversation,
  message: PastMessage,
): Promise<void> {
  const { workspaceId, providerAccountId } = event;
  const messages = [{ ...message, at: toldAt(event, message.at).toISOString() }];
  const page = { workspaceId, accountId: providerAccountId, conversation, messages };
  await writeMessages(em, { ...page, origin: 'event' });
  const { providerId } = message;
  const pictures = filesOf(message);
  await addMissingAttachments(em, { workspaceId, providerAccountId, providerId, pictures });
  await tellThread(em, event, conversation, 'in');
}

/** Who answers in a group has answered, and whoever says STOP there has said it. */
async function heedInGroup(
  em: Db,
  event: StoredEvent,
  from: PhoneNumber,
  body: string,
): Promise<void> {
  const { workspaceId, id: eventId } = event;
  const address = await lockAddress(em, { workspaceId, number: from });
  const meaning = meaningOf({ body, optOutType: null, stopped: textsStopped(address) });
  const matched = stopMatched(meaning);
  if (matched) await stopAddress(em, { workspaceId, address, eventId, matched });
  if (meaning === 'reply') {
    const reply = { workspaceId, addressId: address.id, ending: 'replied' as const };
    await endMembershipsOfAddress(em, { ...reply, begunBefore: event.receivedAt });
  }
}
