import { addAttachments, type NewAttachment } from './conversations/attachments.ts';
import { showLatest, type Latest } from './conversations/projection.ts';
import type { Db } from './orm.ts';
import { firstRow, run, sql } from './sql.ts';
import { tellUi } from './ui-events.ts';

export interface NewInteraction {
  workspaceId: string;
  conversationId: string;
  contactId: string;
  kind: 'message' | 'email' | 'call' | 'voicemail' | 'note' | 'event';
  channel: 'sms' | 'whatsapp' | 'email' | 'call' | null;
  direction: 'in' | 'out' | null;
  body: string;
  /** On the clock of the workspace. */
  at: Date;
  addressId?: string | null;
  senderId?: string | null;
  /** Chosen beforehand where the row of the ledger names it already. */
  id?: string;
  /** Of the ledger, whose row then names conversation and interaction. */
  sendId?: string | null;
  providerAccountId?: string | null;
  /** The provider's own id of the message; unique per account. */
  providerId?: string | null;
  state?: string | null;
  /** The person of ours who wrote it; null for what a campaign or the product says. */
  authorId?: string | null;
  campaignId?: string | null;
  detail?: Record<string, unknown>;
  attachments?: readonly NewAttachment[];
  /** False for an inbound message that nobody must answer: a keyword, an auto-reply. */
  wantsAnswer?: boolean;
}

/**
 * The one conversation with a contact, made where there is none. A merged contact's is that of the
 * contact it was merged into. What a campaign writes starts one that is `done`: nobody has to look.
 * @returns its id
 */
export async function conversationOf(
  em: Db,
  {
    workspaceId,
    contactId,
    at,
    state = 'open',
  }: { workspaceId: string; contactId: string; at: Date; state?: 'open' | 'done' },
): Promise<string> {
  const survivor = sql`
    with recursive merged(id, merged_into) as (
      select id, merged_into from contact where workspace_id = ${workspaceId} and id = ${contactId}
      union all
      select c.id, c.merged_into from contact c join merged m on c.id = m.merged_into where c.workspace_id = ${workspaceId}
    ) select id from merged where merged_into is null`;
  // The update does nothing but give the id where another transaction was first.
  const found = await firstRow<{ id: string }>(
    em,
    sql`with survivor as (${survivor}), found as (
      select id from conversation where workspace_id = ${workspaceId} and contact_id = (select id from survivor)
    ), made as (
      insert into conversation (workspace_id, contact_id, last_at, state)
      select ${workspaceId}::uuid, survivor.id, ${at}, ${state} from survivor where not exists (select from found)
      on conflict (workspace_id, contact_id) do update set contact_id = excluded.contact_id
      returning id
    ) select id from found union all select id from made`,
  );
  if (!found) throw new Error('A conversation needs a contact of its workspace.');
  return found.id;
}

/**
 * Adds one interaction and brings its conversation up to date, in one statement.
 * @returns its id, or null where the provider's id is there already: then nothing was changed
 */
export async function addInteraction(em: Db, added: NewInteraction): Promise<string | null> {
  const { workspaceId, conversationId } = added;
  const made = await insertInteraction(em, added);
  if (!made) return null;
  const { id, state } = made;
  if (added.attachments?.length) {
    await addAttachments(em, { workspaceId, interactionId: id, attachments: added.attachments });
  }
  const told = { workspaceId, refId: conversationId, kind: added.direction ?? added.kind };
  // What a campaign writes to people who said nothing moves no row of the inbox.
  const unseen = state === 'done' && added.direction === 'out';
  await tellUi(em, ...(unseen ? [] : [{ ...told, topic: 'inbox' as const }]), {
    ...told,
    topic: 'conversation',
  });
  return id;
}

/** @returns its id, and the state in which its conversation was */
function insertInteraction(
  em: Db,
  added: NewInteraction,
): Promise<{ id: string; state: string | null } | undefined> {
  const { workspaceId, conversationId, addressId = null, sendId = null } = added;
  // What happened to a conversation (`event`) is no message and moves nothing.
  const shown = added.kind === 'event' ? sql`select null as state` : showLatest(latestOf(added));
  return firstRow(
    em,
    sql<{ id: string; state: string | null }>`with added as (
      insert into interaction (id, workspace_id, conversation_id, contact_id, kind, channel, direction, body, at,
        address_id, sender_id, send_id, provider_account_id, provider_id, state, author_id, campaign_id, detail)
      values (${added.id ?? sql`uuidv7()`}, ${workspaceId}, ${conversationId}, ${whose(added)}, ${added.kind}, ${added.channel},
        ${added.direction}, ${added.body}, ${added.at}, ${addressId}, ${added.senderId ?? null},
        ${sendId}, ${added.providerAccountId ?? null}, ${added.providerId ?? null}, ${added.state ?? null},
        ${added.authorId ?? null}, ${added.campaignId ?? null}, ${added.detail ?? {}})
      on conflict (provider_account_id, provider_id) where provider_id is not null do nothing
      returning id
    ), shown as (${shown}
    ), participates as (
      insert into participant (workspace_id, conversation_id, address_id)
      select ${workspaceId}::uuid, ${conversationId}::uuid, ${addressId}::uuid from added where ${addressId}::uuid is not null
      on conflict do nothing
    ), sent as (
      update send s set conversation_id = ${conversationId}, interaction_id = added.id
      from added where s.workspace_id = ${workspaceId} and s.id = ${sendId} and ${!added.id}
    ) select added.id, shown.state from added left join shown on true`,
  );
}

/** A contact may have been merged since it was read: whose the conversation is now counts. */
const whose = ({ workspaceId, conversationId, contactId }: NewInteraction) => sql`coalesce((
  select v.contact_id from conversation v where v.workspace_id = ${workspaceId} and v.id = ${conversationId} for key share),
  ${contactId}::uuid)`;

const latestOf = (added: NewInteraction): Latest => ({
  workspaceId: added.workspaceId,
  conversationId: added.conversationId,
  channel: added.channel,
  direction: added.direction,
  body: added.body,
  at: added.at,
  authorId: added.authorId ?? null,
  asks: added.direction === 'in' && (added.wantsAnswer ?? true),
  answers: added.direction === 'out' && Boolean(added.authorId),
});

export interface InteractionState {
  workspaceId: string;
  /** Of the interaction's send. */
  sendId: string;
  state: string;
  providerId?: string | null;
}

/**
 * Shows how far a message of ours came. The caller holds the lock of the send and has judged the
 * order of states; a message that is not in a thread (a test) is passed over.
 */
export async function setInteractionState(
  em: Db,
  { workspaceId, sendId, state, providerId }: InteractionState,
): Promise<void> {
  const failure = (column: string) =>
    sql`coalesce(${sql.ref(column)} in ('undelivered', 'failed', 'refused', 'unconfirmed'), false)::int`;
  // An answer is shown before the gate has chosen by which account and number it goes.
  const carrier = sql`(provider_account_id, sender_id) = (select coalesce(interaction.provider_account_id, s.provider_account_id),
    coalesce(interaction.sender_id, s.sender_id) from send s where s.workspace_id = ${workspaceId} and s.id = ${sendId})`;
  const changed = await firstRow<{ conversationId: string; written: boolean; failures: number }>(
    em,
    sql`update interaction set state = ${state}, provider_id = coalesce(${providerId ?? null}, provider_id), ${carrier}
    where workspace_id = ${workspaceId} and send_id = ${sendId}
      and (state is distinct from ${state} or provider_id is distinct from coalesce(${providerId ?? null}, provider_id))
    returning conversation_id as "conversationId", author_id is not null as written,
      ${failure('new.state')} - ${failure('old.state')} as failures`,
  );
  if (!changed) return;
  const { conversationId, written, failures } = changed;
  if (failures !== 0) {
    // An answer that did not arrive concerns its writer again, also where all seemed done.
    await run(
      em,
      sql`update conversation set failed_sends = greatest(0, failed_sends + ${failures}),
        state = case when state = 'done' and ${written && failures > 0} then 'open' else state end
      where workspace_id = ${workspaceId} and id = ${conversationId}`,
    );
    await tellUi(em, { workspaceId, topic: 'inbox', refId: conversationId, kind: 'state' });
  }
  await tellUi(em, { workspaceId, topic: 'conversation', refId: conversationId, kind: 'state' });
}
