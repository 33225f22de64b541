import { keywordAnswer, type Answered } from '#domain/inbox/keyword-answers.ts';
import { providerAnswers } from '#domain/inbox/provider-keywords.ts';
import { intentKeys } from '#domain/names.ts';
import type { Db } from '../orm.ts';
import { queueSend } from '../sending/queue-send.ts';
import { firstRow, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';
import type { Hearing } from './hearing.ts';
import { liftByKeyword, stoppedBy } from './keyword-suppression.ts';
import { stopAddress, stopAddressLate } from './stop-address.ts';

/**
 * Does what a keyword asks, and answers it once where the provider has not. What was found late only stops:
 * nothing is confirmed or lifted so long after.
 */
export async function heedKeyword(em: Db, hearing: Hearing): Promise<void> {
  if (hearing.message.late) return heedLate(em, hearing);
  switch (hearing.meaning) {
    case 'stop':
      return heedStop(em, hearing, 'keyword');
    case 'stop-phrase':
      return heedStop(em, hearing, 'phrase');
    case 'start':
      return heedStart(em, hearing);
    case 'help':
      return answer(em, hearing, 'help');
    case 'reply':
    case 'auto-reply':
  }
}

/** The suppression of a keyword was written with the webhook; repeating it here covers every other way in. */
async function heedStop(em: Db, hearing: Hearing, matched: 'keyword' | 'phrase'): Promise<void> {
  const { address } = hearing;
  const { workspaceId, id: eventId } = hearing.event;
  await stopAddress(em, { workspaceId, address, eventId, matched });
  await tellContact(em, hearing);
  const stopped = await stoppedBy(em, { workspaceId, addressId: address.id, eventId });
  if (stopped === 'first') await answer(em, hearing, 'stop');
}

async function heedLate(em: Db, hearing: Hearing): Promise<void> {
  const { address, meaning, receiver } = hearing;
  const { workspaceId, id: eventId } = hearing.event;
  const said = { workspaceId, address, eventId, meaning, at: receiver.at };
  if (await stopAddressLate(em, said)) await tellContact(em, hearing);
}

async function heedStart(em: Db, hearing: Hearing): Promise<void> {
  const { workspaceId, id: eventId, receivedAt } = hearing.event;
  const { address } = hearing;
  const lifted = await liftByKeyword(em, { workspaceId, address, eventId, receivedAt });
  if (!lifted) return;
  await tellContact(em, hearing);
  await answer(em, hearing, 'start');
}

async function tellContact(em: Db, { event, contactId }: Hearing): Promise<void> {
  const { workspaceId } = event;
  await tellUi(em, { workspaceId, topic: 'contact', refId: contactId, kind: 'suppression' });
}

async function answer(em: Db, hearing: Hearing, answered: Answered): Promise<void> {
  const { event, message, receiver, contactId, address } = hearing;
  if (message.channel !== 'sms') return;
  const { body, optOutType } = message;
  // A provider that confirms knows only words of its own; whatever else was heeded, we confirm.
  const theirs = receiver.confirms === 'provider' || optOutType !== null;
  if (theirs && providerAnswers(body, optOutType)) return;
  const { workspaceName: name, supportContact } = receiver;
  const language = await languageOf(em, event.workspaceId, contactId);
  await queueSend(em, {
    workspaceId: event.workspaceId,
    intentKey: intentKeys.confirm(event.id),
    purpose: answered === 'help' ? 'service' : 'confirmation',
    addressId: address.id,
    contactId,
    senderId: receiver.senderId,
    body: keywordAnswer(answered, { name, supportContact }, language),
    eventId: event.id,
    asInteraction: true,
    at: receiver.at,
  });
}

async function languageOf(em: Db, workspaceId: string, contactId: string): Promise<string | null> {
  const contact = await firstRow<{ language: string | null }>(
    em,
    sql`select language from contact where workspace_id = ${workspaceId} and id = ${contactId}`,
  );
  return contact?.language ?? null;
}
