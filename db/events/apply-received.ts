import { countryOfInternational } from '#domain/contacts/country.ts';
import { isPhoneNumber, phoneNumber, type PhoneNumber } from '#domain/contacts/phone-number.ts';
import type { PastMessage } from '#domain/history/exchange.ts';
import { meaningOf } from '#domain/inbox/meaning.ts';
import { addMissingAttachments, type NewAttachment } from '../conversations/attachments.ts';
import { knownConversation, type KnownConversation } from '../history/known-conversation.ts';
import { writeMessages } from '../history/write-messages.ts';
import { endMembershipsOfAddress } from '../memberships.ts';
import type { Db } from '../orm.ts';
import { applyMessage } from './apply-message.ts';
import { later } from './ask-provider.ts';
import { lockAddress } from './inbound-address.ts';
import { suppressByKeyword } from './keyword-suppression.ts';
import { numberOfOurs, type NumberOfOurs } from './number-of-ours.ts';
import { applied, type Applied, type StoredEvent } from './stored-event.ts';
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
  const ours = await numberOfOurs(em, event, message);
  if (!ours) return later(em, event, 'unknown-number');
  const at = toldAt(event, message.at);
  const from = phoneNumber(message.from, countryOfInternational(ours.value) ?? undefined);
  const conversation = await knownConversation(em, {
    workspaceId: event.workspaceId,
    accountId: event.providerAccountId,
    externalId: message.conversationId,
    numberId: ours.externalId,
    participants: participantsOf(message, ours),
  });
  const alone = conversation.participants.length === 1;
  const pictures = filesOf(message);
  if (alone && from) {
    const { providerId, body } = message;
    const said = { providerId, body, from, to: ours.value, numberId: ours.externalId, at, pictures };
    return applyMessage(em, event, { ...said, channel: 'sms', optOutType: null });
  }
  await keep(em, event, conversation, { ...message, at: at.toISOString() });
  const { workspaceId, providerAccountId } = event;
  await addMissingAttachments(em, { workspaceId, providerAccountId, providerId: message.providerId, pictures });
  if (from) await heedInGroup(em, event, from, message.body);
  return applied;
}

/** Everybody but us. */
function participantsOf({ from, to }: PastMessage, ours: NumberOfOurs): string[] {
  return [...new Set([from, ...to])].filter((one) => one !== ours.value && one !== '');
}

const filesOf = ({ media }: PastMessage): NewAttachment[] =>
  media
    .filter(({ url }) => URL.canParse(url))
    .map(({ url, contentType }) => ({ sourceUrl: url, contentType }));

async function keep(
  em: Db,
  { workspaceId, providerAccountId }: StoredEvent,
  conversation: KnownConversation,
  message: PastMessage,
): Promise<void> {
  const where = { workspaceId, accountId: providerAccountId, conversation };
  await writeMessages(em, { ...where, messages: [{ ...message, media: [] }], origin: 'event' });
}

/** Who answers in a group has answered, and whoever says STOP there has said it. */
async function heedInGroup(
  em: Db,
  event: StoredEvent,
  from: PhoneNumber,
  body: string,
): Promise<void> {
  if (!isPhoneNumber(from)) return;
  const { workspaceId, id: eventId } = event;
  const address = await lockAddress(em, { workspaceId, number: from });
  const meaning = meaningOf({ body, optOutType: null, stopped: address.blocked.length > 0 });
  const ends = { workspaceId, addressId: address.id, begunBefore: event.receivedAt };
  if (meaning === 'stop' || meaning === 'stop-phrase') {
    const matched = meaning === 'stop' ? 'keyword' : 'phrase';
    await suppressByKeyword(em, { workspaceId, address, eventId, matched });
    await endMembershipsOfAddress(em, { ...ends, ending: 'opted-out' });
  } else if (meaning === 'reply') {
    await endMembershipsOfAddress(em, { ...ends, ending: 'replied' });
  }
}
