import { afterFact, isFinal, mayBeTaken, type SendState } from '#domain/sending/states.ts';
import { setInteractionState } from '../conversations.ts';
import { lastly } from '../lastly.ts';
import type { Db } from '../orm.ts';
import { tellRelay } from '../outbox.ts';
import { firstRow, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';
import { heedFailure } from './heed-failure.ts';
import { applied, type Applied, type StoredEvent } from './stored-event.ts';
import type { StatusFact } from '#domain/sending/status-fact.ts';

/** Whose message it is about. */
type Told = Pick<StoredEvent, 'workspaceId' | 'providerAccountId' | 'provider'>;

/** A send of the ledger, locked, as a callback finds it. */
export interface KnownSend {
  id: string;
  workspaceId: string;
  state: SendState;
  providerId: string | null;
  addressId: string;
  senderId: string | null;
  campaignId: string | null;
  membershipId: string | null;
  /** Whether the walk stands still until it hears of the delivery. */
  awaited: boolean;
}

/**
 * A callback moves its send forward, never back. One with our id is also the proof that a message
 * was taken of which the answer never came. Runs in one transaction and bears repetition.
 */
export async function applyStatus(em: Db, event: Told, fact: StatusFact): Promise<Applied> {
  const send = await lockKnownSend(em, event, fact);
  if (!send) return { kind: 'later', reason: 'unknown-message' };
  if (send.providerId && send.providerId !== fact.providerId) {
    return { kind: 'dead', reason: 'second-message' };
  }
  const state = afterFact(send.state, fact.state);
  const isProof = !send.providerId;
  if (state === send.state && !isProof && fact.priceMicros === null) return applied;
  moveSend(em, event, send, { ...fact, state });
  if (state !== send.state) await tellOfState(em, event, send, { ...fact, state });
  if (isProof && send.state !== 'sending') await wakeDriver(em, send);
  else if (send.awaited && isFinal(state)) await wakeDriver(em, send);
  return applied;
}

async function lockKnownSend(
  em: Db,
  event: Told,
  { providerId, sendId }: StatusFact,
): Promise<KnownSend | undefined> {
  const columns = sql`s.id, s.workspace_id as "workspaceId", s.state, s.provider_id as "providerId",
    s.address_id as "addressId", s.sender_id as "senderId", s.campaign_id as "campaignId", s.membership_id as "membershipId",
    exists (select from membership m where m.workspace_id = s.workspace_id and m.id = s.membership_id
      and m.awaits = 'delivery' and m.step_id = s.step_id) as awaited`;
  const byProvider = await firstRow<KnownSend>(
    em,
    sql`select ${columns} from send s
    where s.provider_account_id = ${event.providerAccountId} and s.provider_id = ${providerId} for no key update of s`,
  );
  if (byProvider || !sendId) return byProvider;
  return firstRow<KnownSend>(
    em,
    sql`select ${columns} from send s
    where s.workspace_id = ${event.workspaceId} and s.id = ${sendId}
      and s.provider_account_id = ${event.providerAccountId} for no key update of s`,
  );
}

function moveSend(em: Db, event: Told, send: KnownSend, fact: StatusFact): void {
  const failed = fact.state === 'failed' || fact.state === 'undelivered';
  const now = sql`workspace_now(${send.workspaceId})`;
  lastly(
    em,
    `send ${send.id}`,
    sql`update send set state = ${fact.state}, provider_id = coalesce(provider_id, ${fact.providerId}),
      provider_account_id = coalesce(provider_account_id, ${event.providerAccountId}::uuid),
      error_code = case when ${failed} then coalesce(${fact.errorCode}, error_code) when ${mayBeTaken(fact.state)} then null else error_code end,
      segments = coalesce(${fact.segments}, segments), price_micros = coalesce(${fact.priceMicros}, price_micros),
      accepted_at = coalesce(accepted_at, ${now}), held_until = null,
      finished_at = case when ${isFinal(fact.state)} then coalesce(finished_at, ${now}) else finished_at end,
      updated_at = now()
    where id = ${send.id}`,
  );
}

async function tellOfState(
  em: Db,
  { provider }: Told,
  send: KnownSend,
  fact: StatusFact,
): Promise<void> {
  const { workspaceId, id: sendId, campaignId, membershipId } = send;
  const { state, providerId, errorCode } = fact;
  await setInteractionState(em, { workspaceId, sendId, state, providerId });
  const told = { workspaceId, kind: state };
  await tellUi(
    em,
    ...(campaignId ? [{ ...told, topic: 'campaign' as const, refId: campaignId }] : []),
    ...(membershipId ? [{ ...told, topic: 'membership' as const, refId: membershipId }] : []),
  );
  if ((state === 'failed' || state === 'undelivered') && errorCode) {
    await heedFailure(em, send, { provider, code: errorCode });
  }
}

/** Its workflow stands still and does not know yet. */
async function wakeDriver(em: Db, { workspaceId, id, membershipId }: KnownSend): Promise<void> {
  await tellRelay(
    em,
    membershipId
      ? { workspaceId, kind: 'membership.wake', key: membershipId }
      : { workspaceId, kind: 'send.wake', key: id },
  );
}
