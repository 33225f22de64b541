import { meaningOf, type Meaning } from '#domain/inbox/meaning.ts';
import { heardKey, webhookFamilies } from '#domain/openphone/webhook.ts';
import { addMissingAttachments } from '../conversations/attachments.ts';
import { addInteraction, conversationOf } from '../conversations.ts';
import { endMembershipsOfAddress } from '../memberships.ts';
import type { Db } from '../orm.ts';
import { firstRow, run, sql } from '../sql.ts';
import type { Hearing, Receiver } from './hearing.ts';
import { heedKeyword } from './heed-keyword.ts';
import { lockAddress, textsStopped, type LockedAddress } from './inbound-address.ts';
import { contactOf } from './inbound-contact.ts';
import type { InboundMessage } from '#domain/inbox/inbound-message.ts';
import { stoppedBy } from './keyword-suppression.ts';
import { applied, type Applied, type StoredEvent } from './stored-event.ts';

/**
 * An inbound message becomes part of its conversation; a keyword is heeded; what a person says ends
 * all open walks of the address. Runs in one transaction and bears repetition.
 */
export async function applyMessage(
  em: Db,
  event: StoredEvent,
  message: InboundMessage,
): Promise<Applied> {
  const { workspaceId } = event;
  const receiver = await receiverOf(em, event, message);
  if (!receiver) return { kind: 'dead', reason: 'no-sender' };
  const address = await lockAddress(em, { workspaceId, number: message.from });
  const contactId = await contactOf(em, {
    workspaceId,
    addressId: address.id,
    senderId: receiver.senderId,
  });
  const meaning = await meaningFor(em, event, message, address);
  const isNew = await showInThread(em, { event, message, receiver, contactId, address, meaning });
  if (!isNew && (await wasHeard(em, event, message))) return applied;
  await keepSender(em, workspaceId, address, receiver);
  if (meaning === 'reply') {
    const begunBefore = isNew && !message.late ? undefined : message.at;
    const reply = { workspaceId, addressId: address.id, ending: 'replied' as const, begunBefore };
    await endMembershipsOfAddress(em, reply);
  }
  await heedKeyword(em, { event, message, receiver, contactId, address, meaning });
  return applied;
}

async function receiverOf(
  em: Db,
  event: StoredEvent,
  { to, numberId = null, at = event.receivedAt }: InboundMessage,
): Promise<Receiver | undefined> {
  const byProvider = sql`select n.sender_id from provider_number n where n.workspace_id = ${event.workspaceId}
    and n.provider_account_id = ${event.providerAccountId} and (n.external_id = ${numberId} or n.value = ${to})`;
  return firstRow<Receiver>(
    em,
    sql`select s.id as "senderId", s.confirms, w.name as "workspaceName", w.support_contact as "supportContact",
      ${at}::timestamptz + w.clock_offset_ms * interval '1 ms' as at
    from sender s join workspace w on w.id = s.workspace_id
    where s.workspace_id = ${event.workspaceId}
      and (s.provider_account_id = ${event.providerAccountId} and s.value = ${to} or s.id in (${byProvider}))
    order by s.value = ${to} desc limit 1`,
  );
}

/** A bare "yes" means START only to those who had stopped before this very message. */
async function meaningFor(
  em: Db,
  event: StoredEvent,
  { body, optOutType }: InboundMessage,
  address: LockedAddress,
): Promise<Meaning> {
  const { workspaceId, id: eventId } = event;
  const stoppedHere = await stoppedBy(em, { workspaceId, addressId: address.id, eventId });
  if (stoppedHere) return 'stop';
  return meaningOf({ body, optOutType, stopped: textsStopped(address) });
}

/**
 * Whether this message, which is in its thread already, was heeded when it came there. One that an import
 * brought was not: its webhook comes late. With what this one tells of its files they are completed.
 */
async function wasHeard(
  em: Db,
  { id, workspaceId, provider, providerAccountId }: StoredEvent,
  { providerId, pictures }: InboundMessage,
): Promise<boolean> {
  if (provider === 'twilio') return true;
  await addMissingAttachments(em, { workspaceId, providerAccountId, providerId, pictures });
  const keys = webhookFamilies.map((family) => heardKey(providerId, family));
  const heard = await firstRow(
    em,
    sql`select 1 as one from provider_event where provider_account_id = ${providerAccountId} and kind = 'message'
      and dedupe_key = any(${keys}) and state = 'applied' and id <> ${id} limit 1`,
  );
  return heard !== undefined;
}

async function showInThread(em: Db, hearing: Hearing): Promise<boolean> {
  const { event, message, receiver, contactId, address, meaning } = hearing;
  const { workspaceId, providerAccountId } = event;
  const { at, senderId } = receiver;
  const conversationId = await conversationOf(em, { workspaceId, contactId, at });
  const asks = meaning === 'reply' || meaning === 'stop-phrase';
  const id = await addInteraction(em, {
    workspaceId,
    conversationId,
    contactId,
    kind: 'message',
    channel: message.channel,
    direction: 'in',
    body: message.body,
    at,
    addressId: address.id,
    senderId,
    providerAccountId,
    providerId: message.providerId,
    state: 'received',
    detail: { ...message.detail, ...(meaning === 'reply' ? {} : { meaning }) },
    attachments: message.pictures,
    wantsAnswer: asks,
  });
  return id !== null;
}

/** A person keeps the number they wrote to, unless they are used to another. */
async function keepSender(
  em: Db,
  workspaceId: string,
  { id }: LockedAddress,
  { senderId, at }: Receiver,
): Promise<void> {
  await run(
    em,
    sql`update address set sender_id = ${senderId}, sender_at = ${at}
    where workspace_id = ${workspaceId} and id = ${id} and sender_id is null`,
  );
}
