import type { Db } from '../orm.ts';
import { firstRow, run, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';

/**
 * Puts what was said with the absorbed contact into the thread of the one that stays, which takes over
 * the whole conversation where it had none.
 */
export async function joinConversations(
  em: Db,
  input: { workspaceId: string; contactId: string; absorbedId: string },
): Promise<void> {
  const { workspaceId, contactId, absorbedId } = input;
  const absorbed = await conversationIdOf(em, workspaceId, absorbedId);
  if (!absorbed) return;
  const kept = await conversationIdOf(em, workspaceId, contactId);
  if (kept) await pour(em, { workspaceId, from: absorbed, into: kept, contactId });
  else await takeOver(em, { workspaceId, conversationId: absorbed, contactId });
  const refId = kept ?? absorbed;
  await tellUi(
    em,
    { workspaceId, topic: 'inbox', refId, kind: 'merged' },
    { workspaceId, topic: 'conversation', refId, kind: 'merged' },
  );
}

async function conversationIdOf(em: Db, workspaceId: string, contactId: string) {
  const found = await firstRow<{ id: string }>(
    em,
    sql`select id from conversation where workspace_id = ${workspaceId} and contact_id = ${contactId} for update`,
  );
  return found?.id;
}

async function takeOver(
  em: Db,
  input: { workspaceId: string; conversationId: string; contactId: string },
): Promise<void> {
  const { workspaceId, conversationId, contactId } = input;
  await run(
    em,
    sql`update conversation set contact_id = ${contactId} where workspace_id = ${workspaceId} and id = ${conversationId}`,
  );
  await run(
    em,
    sql`update interaction set contact_id = ${contactId} where workspace_id = ${workspaceId} and conversation_id = ${conversationId}`,
  );
}

async function pour(
  em: Db,
  input: { workspaceId: string; from: string; into: string; contactId: string },
): Promise<void> {
  const { workspaceId, from, into, contactId } = input;
  await run(
    em,
    sql`update interaction set conversation_id = ${into}, contact_id = ${contactId}
    where workspace_id = ${workspaceId} and conversation_id = ${from}`,
  );
  await run(
    em,
    sql`update send set conversation_id = ${into} where workspace_id = ${workspaceId} and conversation_id = ${from}`,
  );
  await run(
    em,
    sql`insert into participant (workspace_id, conversation_id, address_id)
    select workspace_id, ${into}, address_id from participant where workspace_id = ${workspaceId} and conversation_id = ${from}
    on conflict do nothing`,
  );
  await run(em, projection(workspaceId, from, into));
  await run(em, sql`delete from conversation where workspace_id = ${workspaceId} and id = ${from}`);
}

// What waits for an answer in either waits in both; the later word is the latest.
const projection = (workspaceId: string, from: string, into: string) => sql`
  update conversation k set
    state = case when 'open' in (k.state, g.state) then 'open' when k.state = 'snoozed' then 'snoozed' else g.state end,
    snoozed_until = case when 'open' in (k.state, g.state) then null else coalesce(k.snoozed_until, g.snoozed_until) end,
    assignee_id = coalesce(k.assignee_id, g.assignee_id),
    last_interaction_id = case when g.last_at > k.last_at then g.last_interaction_id else k.last_interaction_id end,
    last_channel = case when g.last_at > k.last_at then g.last_channel else k.last_channel end,
    last_direction = case when g.last_at > k.last_at then g.last_direction else k.last_direction end,
    last_author_id = case when g.last_at > k.last_at then g.last_author_id else k.last_author_id end,
    preview = case when g.last_at > k.last_at then g.preview else k.preview end,
    last_at = greatest(k.last_at, g.last_at),
    last_inbound_at = greatest(k.last_inbound_at, g.last_inbound_at),
    last_outbound_at = greatest(k.last_outbound_at, g.last_outbound_at),
    needs_reply = k.needs_reply or g.needs_reply,
    failed_sends = k.failed_sends + g.failed_sends
  from conversation g
  where k.workspace_id = ${workspaceId} and k.id = ${into} and g.workspace_id = k.workspace_id and g.id = ${from}`;
