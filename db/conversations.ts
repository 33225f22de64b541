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
  const found = await firstRow<{ id: string }>(
    em,
    sql`select id from conversation where workspace_id = ${workspaceId} and contact_id = (${survivor})`,
  );
  if (found) return found.id;
  // The update does nothing but give the id where another transaction was first.
  const made = await firstRow<{ id: string }>(
    em,
    sql`insert into conversation (workspace_id, contact_id, last_at, state)
    select ${workspaceId}::uuid, s.id, ${at}, ${state} from (${survivor}) s
    on conflict (workspace_id, contact_id) do update set contact_id = excluded.contact_id
    returning id`,
  );
  if (!made) throw new Error('A conversation needs a contact of its workspace.');
  return made.id;
}

/**
 * Adds one interaction, and brings its conversation up to date under the lock of its row.
 * @returns its id, or null where the provider's id is there already: then nothing was changed
 */
export async function addInteraction(em: Db, added: NewInteraction): Promise<string | null> {
  const { workspaceId, conversationId } = added;
  // Before the insert, so that a thread is written in one order and its latest is decided once.
  const conversation = await firstRow<{ state: string }>(
    em,
    sql`select state from conversation where workspace_id = ${workspaceId} and id = ${conversationId} for no key update`,
  );
  const id = await insertInteraction(em, added);
  if (!id) return null;
  await showLatest(em, latestOf(id, added));
  if (added.addressId) await addParticipant(em, added, added.addressId);
  if (added.attachments?.length) {
    await addAttachments(em, { workspaceId, interactionId: id, attachments: added.attachments });
  }
  const told = { workspaceId, refId: conversationId, kind: added.direction ?? added.kind };
  // What a campaign writes to people who said nothing moves no row of the inbox.
  const unseen = conversation?.state === 'done' && added.direction === 'out';
  await tellUi(em, ...(unseen ? [] : [{ ...told, topic: 'inbox' as const }]), {
    ...told,
    topic: 'conversation',
  });
  return id;
}

async function insertInteraction(em: Db, added: NewInteraction): Promise<string | null> {
  const row = await firstRow<{ id: string }>(
    em,
    sql`insert into interaction (workspace_id, conversation_id, contact_id, kind, channel, direction, body, at,
      address_id, sender_id, send_id, provider_account_id, provider_id, state, author_id, campaign_id, detail)
    values (${added.workspaceId}, ${added.conversationId}, ${added.contactId}, ${added.kind}, ${added.channel},
      ${added.direction}, ${added.body}, ${added.at}, ${added.addressId ?? null}, ${added.senderId ?? null},
      ${added.sendId ?? null}, ${added.providerAccountId ?? null}, ${added.providerId ?? null}, ${added.state ?? null},
      ${added.authorId ?? null}, ${added.campaignId ?? null}, ${added.detail ?? {}})
    on conflict (provider_account_id, provider_id) where provider_id is not null do nothing
    returning id`,
  );
  return row?.id ?? null;
}

const latestOf = (interactionId: string, added: NewInteraction): Latest => ({
  workspaceId: added.workspaceId,
  conversationId: added.conversationId,
  interactionId,
  kind: added.kind,
  channel: added.channel,
  direction: added.direction,
  body: added.body,
  at: added.at,
  authorId: added.authorId ?? null,
  asks: added.direction === 'in' && (added.wantsAnswer ?? true),
  answers: added.direction === 'out' && Boolean(added.authorId),
});

async function addParticipant(em: Db, added: NewInteraction, addressId: string): Promise<void> {
  await run(
    em,
    sql`insert into participant (workspace_id, conversation_id, address_id)
    values (${added.workspaceId}, ${added.conversationId}, ${addressId}) on conflict do nothing`,
  );
}

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
  const changed = await firstRow<{ conversationId: string; written: boolean; failures: number }>(
    em,
    sql`update interaction set state = ${state}, provider_id = coalesce(${providerId ?? null}, provider_id)
    where workspace_id = ${workspaceId} and send_id = ${sendId} and state is distinct from ${state}
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
