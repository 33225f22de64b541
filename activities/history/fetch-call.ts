import { ApplicationFailure } from '@temporalio/activity';
import { eventById, settleApplied, settleDead } from '#db/events/claim-event.ts';
import { tellThread } from '#db/events/tell-thread.ts';
import { knownConversation } from '#db/history/known-conversation.ts';
import { writeCalls } from '#db/history/write-calls.ts';
import { writeParts } from '#db/history/write-parts.ts';
import type { Database, Db } from '#db/orm.ts';
import { isUnderway, partsThatMayBe } from '#domain/history/call-parts.ts';
import { isMissed, isOver, type CallParts, type PastCall } from '#domain/history/exchange.ts';
import { usualSpeed } from '#domain/history/run.ts';
import { readWebhook } from '#domain/openphone/webhook.ts';
import type { CallFetched } from '#workflows/history/sync-activities.ts';
import type { OpenPhone } from '../providers/openphone/client.ts';
import { OpenPhoneError } from '../providers/openphone/error.ts';
import type { HistoryClients } from './account.ts';

interface OfEvent {
  id: string;
  workspaceId: string;
  accountId: string;
}

/** Asks for the call that a webhook is about, writes it down with all that belongs to it, and settles the webhook. */
export async function fetchCallOf(
  database: Database,
  clients: HistoryClients,
  eventId: string,
): Promise<CallFetched> {
  const event = await eventById(database.fork(), eventId);
  const callId = event && callIdIn(event.body);
  if (!event || !callId) return 'gone';
  const of = { id: event.id, workspaceId: event.workspaceId, accountId: event.providerAccountId };
  const client = await clients({ ...of, perSecond: usualSpeed });
  if (typeof client === 'string') return 'gone';
  const call = await had(() => client.call(callId));
  if (!call) {
    await database.transaction((em) => settleDead(em, eventId, 'unknown-call'));
    return 'gone';
  }
  const parts = await partsOf(client, call);
  await database.transaction((em) => keep(em, of, call, parts));
  return isUnfinished(call, parts) ? 'unfinished' : 'written';
}

function callIdIn(body: string): string | null {
  const { said } = readWebhook(body);
  if (said.kind === 'call') return said.call.providerId;
  return said.kind === 'parts' ? said.parts.callId : null;
}

async function partsOf(client: OpenPhone, call: PastCall): Promise<CallParts> {
  const callId = call.providerId;
  const parts: CallParts = { callId };
  if (!isOver(call.status)) return parts;
  const { direction } = call;
  for (const part of partsThatMayBe({ direction, answered: !isMissed(call), unsure: false })) {
    const told = await had<object>(() => client[part](callId));
    Object.assign(parts, { [part]: part === 'recordings' ? (told ?? []) : told });
  }
  return parts;
}

async function keep(em: Db, of: OfEvent, call: PastCall, parts: CallParts): Promise<void> {
  const { workspaceId, accountId } = of;
  const { numberId, participants, conversationId: externalId, at } = call;
  const conversation = numberId
    ? await knownConversation(em, {
        workspaceId,
        accountId,
        externalId,
        numberId,
        participants,
        at,
      })
    : null;
  if (!conversation) return settleDead(em, of.id, numberId ? 'no-participants' : 'unknown-number');
  await writeCalls(em, { workspaceId, accountId, conversation, calls: [call], origin: 'event' });
  await writeParts(em, { workspaceId, accountId, parts });
  await tellThread(em, { workspaceId }, conversation, 'call');
  settleApplied(em, of.id);
}

/** What the provider has; null where it has none, or the plan does not include it. @throws a code, to be asked again */
async function had<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof OpenPhoneError)) throw error;
    if ([401, 402, 403, 404].includes(error.status ?? 0)) return null;
    throw ApplicationFailure.create({ message: error.code, type: error.code });
  }
}

function isUnfinished(call: PastCall, parts: CallParts): boolean {
  if (!isOver(call.status) || isUnderway(parts)) return true;
  // A voicemail is known a moment after the call has ended.
  return isMissed(call) && parts.voicemail === null;
}
