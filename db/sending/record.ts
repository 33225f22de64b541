import { v7 as uuidv7 } from 'uuid';
import { afterFact, isFinal, type SendState } from '#domain/sending/states.ts';
import { addInteraction, conversationOf, setInteractionState } from '../conversations.ts';
import { adoptTold, dropTold } from '../conversations/told.ts';
import type { Db } from '../orm.ts';
import { wakeAfterCommit } from '../notifier.ts';
import { firstRow, run, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';
import type { SendRow } from './send-facts.ts';

/** What the provider said when it took the message. */
export interface Acceptance {
  /** Null where only a person knows that it arrived. */
  providerId: string | null;
  segments: number | null;
  priceMicros: number | null;
}

/**
 * Writes that the provider has the message, and shows it in its thread. A callback may have come
 * first: then the state is ahead and stays; other events that came too early are applied next. Where the
 * provider's past has told of it already, that is its place in the thread.
 * Safe to repeat.
 */
export async function recordAcceptance(em: Db, row: SendRow, taken: Acceptance): Promise<void> {
  const { workspaceId } = row.send;
  const place = await placeInThread(em, row);
  const recorded = await writeAcceptance(em, row, taken, place);
  await showInThread(em, row, { ...recorded, place, providerId: taken.providerId });
  if (row.campaign) {
    const told = { workspaceId, kind: 'sent' };
    await tellUi(
      em,
      { ...told, topic: 'campaign', refId: row.campaign.id },
      ...(row.membership
        ? [{ ...told, topic: 'membership' as const, refId: row.membership.id }]
        : []),
    );
  }
  if (recorded.early) wakeAfterCommit(em, 'status');
}

/** Where a message is to be shown that no thread has yet. */
interface Place {
  conversationId: string;
  interactionId: string;
  contactId: string;
}

/** What a campaign says has its place only now; an answer of an agent was shown when it was written. */
async function placeInThread(
  em: Db,
  { send, contact, campaign, now }: SendRow,
): Promise<Place | null> {
  if (send.interactionId || !contact || !campaign) return null;
  const { workspaceId } = send;
  const contactId = contact.id;
  const conversationId =
    contact.conversationId ??
    (await conversationOf(em, { workspaceId, contactId, at: now, state: 'done' }));
  return { conversationId, interactionId: uuidv7(), contactId };
}

interface Recorded {
  state: SendState;
  body: string;
  senderId: string;
  accountId: string;
  /** Status callbacks had overtaken the answer to the call; they waited as `new` and are due now. */
  early: boolean;
}

/** All that changes in the ledger is one update: each costs an entry in every index of it. */
async function writeAcceptance(
  em: Db,
  { send: { id } }: SendRow,
  taken: Acceptance,
  place: Place | null,
): Promise<Recorded> {
  const recorded = await firstRow<Recorded>(
    em,
    sql`with early as (
      -- One that the relay has in hand waits for this row: whoever waited for it here would wait for ever.
      update provider_event set next_at = now() where id in (
        select e.id from provider_event e
        where e.provider_account_id = (select provider_account_id from send where id = ${id}) and e.order_key = ${taken.providerId}
          and e.kind = 'status' and e.state = 'new' and e.attempts > 0 for update skip locked)
      returning 1)
    update send set provider_id = coalesce(provider_id, ${taken.providerId}),
      state = case when state in ('sending', 'unconfirmed') then 'accepted' else state end,
      segments = coalesce(${taken.segments}, segments), price_micros = coalesce(${taken.priceMicros}, price_micros),
      accepted_at = coalesce(accepted_at, workspace_now(workspace_id)), updated_at = now(),
      conversation_id = coalesce(conversation_id, ${place?.conversationId ?? null}::uuid),
      interaction_id = coalesce(interaction_id, ${place?.interactionId ?? null}::uuid),
      overlapped_stop = purpose = 'marketing' and (select blocked && array['*', channel] from address a
        where a.workspace_id = send.workspace_id and a.id = send.address_id)
    where id = ${id}
    returning state, body, sender_id as "senderId", provider_account_id as "accountId", exists (select from early) as early`,
  );
  if (!recorded) throw new Error('The send is gone from the ledger.');
  return recorded;
}

async function showInThread(
  em: Db,
  { send, campaign, address, now }: SendRow,
  taken: Recorded & { place: Place | null; providerId: string | null },
): Promise<void> {
  const { id: sendId, workspaceId } = send;
  const { state, providerId, place, accountId } = taken;
  const told = providerId ? { workspaceId, sendId, accountId, providerId } : null;
  if (!place) {
    const ahead = told && (await dropTold(em, told));
    await setInteractionState(em, { workspaceId, sendId, state, providerId });
    return catchUp(em, { workspaceId, sendId, state, ahead });
  }
  const shown = await addInteraction(em, {
    id: place.interactionId,
    workspaceId,
    conversationId: place.conversationId,
    contactId: place.contactId,
    kind: 'message',
    channel: 'sms',
    direction: 'out',
    body: taken.body,
    at: now,
    addressId: address.id,
    senderId: taken.senderId,
    sendId,
    providerAccountId: accountId,
    providerId,
    state,
    campaignId: campaign?.id ?? null,
  });
  if (shown || !told) return;
  await catchUp(em, { workspaceId, sendId, state, ahead: await adoptTold(em, told) });
}

/** The provider has told before how far the message came: its callback may never come, or is applied in vain. */
async function catchUp(
  em: Db,
  send: { workspaceId: string; sendId: string; state: SendState; ahead: SendState | null },
): Promise<void> {
  const { workspaceId, sendId, ahead } = send;
  const state = ahead ? afterFact(send.state, ahead) : send.state;
  if (state === send.state) return;
  await run(
    em,
    sql`update send set state = ${state}, finished_at = case when ${isFinal(state)} then workspace_now(workspace_id) end, updated_at = now()
    where workspace_id = ${workspaceId} and id = ${sendId}`,
  );
  await setInteractionState(em, { workspaceId, sendId, state });
}

/** The provider took nothing, and will not: its code, and a final state. */
export async function recordRefusal(em: Db, row: SendRow, code: string): Promise<void> {
  const { id: sendId, workspaceId } = row.send;
  await run(
    em,
    sql`update send set state = 'refused', error_code = ${code}, finished_at = workspace_now(workspace_id), updated_at = now()
    where id = ${sendId}`,
  );
  await setInteractionState(em, { workspaceId, sendId, state: 'refused' });
  if (row.campaign) {
    await tellUi(em, { workspaceId, topic: 'campaign', refId: row.campaign.id, kind: 'failed' });
  }
}
