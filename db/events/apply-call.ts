import { isOver, type CallParts, type CallStatus, type PastCall } from '#domain/history/exchange.ts';
import { knownConversation } from '../history/known-conversation.ts';
import { writeCalls } from '../history/write-calls.ts';
import { writeParts } from '../history/write-parts.ts';
import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';
import { askProvider, later } from './ask-provider.ts';
import { numberOfOurs } from './number-of-ours.ts';
import { applied, type Applied, type StoredEvent } from './stored-event.ts';
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
  const known = await statusOf(em, event, call.providerId);
  if (call.participants.length === 0 && known === null) {
    if (event.attempts === 0) await askProvider(em, event);
    return { kind: 'later', reason: 'no-participants' };
  }
  const isLate = known !== null && isOver(known) && !isOver(call.status);
  if (call.participants.length > 0 && !isLate) {
    const written = await write(em, event, call);
    if (!written) return later(em, event, 'unknown-number');
  }
  if (parts) await addParts(em, event, parts);
  if (ask) await askProvider(em, event);
  return applied;
}

/** What belongs to a call; it may be told before the call itself. */
export async function applyParts(em: Db, event: StoredEvent, parts: CallParts): Promise<Applied> {
  const known = await statusOf(em, event, parts.callId);
  if (known === null) return later(em, event, 'unknown-call');
  await addParts(em, event, parts);
  return applied;
}

async function write(em: Db, event: StoredEvent, call: PastCall): Promise<boolean> {
  const ours = await numberOfOurs(em, event, call);
  if (!ours) return false;
  const { workspaceId, providerAccountId: accountId } = event;
  const conversation = await knownConversation(em, {
    workspaceId,
    accountId,
    externalId: call.conversationId,
    numberId: ours.externalId,
    participants: call.participants,
  });
  const calls = [{ ...call, at: toldAt(event, call.at).toISOString() }];
  await writeCalls(em, { workspaceId, accountId, conversation, calls, origin: 'event' });
  return true;
}

const addParts = (em: Db, { workspaceId, providerAccountId }: StoredEvent, parts: CallParts) =>
  writeParts(em, { workspaceId, accountId: providerAccountId, parts });

async function statusOf(
  em: Db,
  { providerAccountId }: StoredEvent,
  providerId: string,
): Promise<CallStatus | null> {
  const row = await firstRow<{ status: CallStatus }>(
    em,
    sql`select status from call_record where provider_account_id = ${providerAccountId} and provider_id = ${providerId}`,
  );
  return row?.status ?? null;
}
