import type { CallParts, PastCall } from '#domain/history/exchange.ts';
import { knownConversation } from '../history/known-conversation.ts';
import { writeCalls } from '../history/write-calls.ts';
import { writeParts } from '../history/write-parts.ts';
import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';
import { askProvider, later, unknownNumber } from './ask-provider.ts';
import { numberOfOurs } from './number-of-ours.ts';
import { applied, type Applied, type StoredEvent } from './stored-event.ts';
import { tellThread } from './tell-thread.ts';
import { toldAt } from './told-at.ts';

/** A call as one of its webhooks tells it. */
export interface ToldCall {
  call: PastCall;
  parts: CallParts | null;
  /** Something belongs to it that only the provider's API tells. */
  ask: boolean;
}

/** Writes a call down, or brings it up to date. One without its other side is asked for at once. */
export async function applyCall(em: Db, event: StoredEvent, told: ToldCall): Promise<Applied> {
  const { call, parts, ask } = told;
  if (call.participants.length === 0) return askForWhole(em, event, call.providerId);
  const ours = await numberOfOurs(em, event, call);
  if (!ours) return unknownNumber(em, event);
  const { workspaceId, providerAccountId: accountId } = event;
  const at = toldAt(event, call.at).toISOString();
  const conversation = await knownConversation(em, {
    workspaceId,
    accountId,
    externalId: call.conversationId,
    numberId: ours.externalId,
    participants: call.participants,
    at,
  });
  if (!conversation) return { kind: 'dead', reason: 'from-not-a-number' };
  const calls = [{ ...call, at }];
  await writeCalls(em, { workspaceId, accountId, conversation, calls, origin: 'event' });
  if (parts) await writeParts(em, { workspaceId, accountId, parts });
  await tellThread(em, event, conversation, 'call');
  if (ask) await askProvider(em, event);
  return applied;
}

/** What belongs to a call; it may be told before the call itself. */
export async function applyParts(em: Db, event: StoredEvent, parts: CallParts): Promise<Applied> {
  const call = await knownCall(em, event, parts.callId);
  if (!call) return later(em, event, 'unknown-call');
  const { workspaceId, providerAccountId: accountId } = event;
  await writeParts(em, { workspaceId, accountId, parts });
  await tellThread(em, event, call, 'call');
  return applied;
}

/**
 * The webhook is settled by whoever has fetched the call, and by itself where another has told of the call
 * meanwhile and the fetch brings what this one knows.
 */
async function askForWhole(em: Db, event: StoredEvent, providerId: string): Promise<Applied> {
  if (event.attempts === 0) await askProvider(em, event);
  const call = await knownCall(em, event, providerId);
  return call ? applied : { kind: 'later', reason: 'no-participants' };
}

function knownCall(
  em: Db,
  { workspaceId, providerAccountId }: StoredEvent,
  providerId: string,
): Promise<{ contactId: string } | undefined> {
  return firstRow<{ contactId: string }>(
    em,
    sql`select i.contact_id as "contactId" from call_record r
    join interaction i on i.workspace_id = r.workspace_id and i.id = r.interaction_id
    where r.workspace_id = ${workspaceId} and r.provider_account_id = ${providerAccountId} and r.provider_id = ${providerId}`,
  );
}
