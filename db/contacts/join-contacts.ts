import type { Db } from '../orm.ts';
import { rows, run, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';
import { joinConversations } from './join-conversations.ts';
import { joinMemberships } from './join-memberships.ts';

/**
 * Makes contacts one: what they have, say and walk goes to the one that stays, and links to the others
 * lead there. Suppression and consent hang on addresses, so joining changes neither.
 * The caller holds the locks of the contacts.
 */
export async function joinContacts(
  em: Db,
  input: { workspaceId: string; contactId: string; absorbs: readonly string[] },
): Promise<void> {
  const { workspaceId, contactId, absorbs } = input;
  if (absorbs.length === 0) return;
  await moveAddresses(em, input);
  for (const absorbedId of absorbs) {
    await joinConversations(em, { workspaceId, contactId, absorbedId });
    await joinMemberships(em, { workspaceId, contactId, absorbedId });
  }
  const gone = [...absorbs];
  await run(
    em,
    sql`update send set contact_id = ${contactId} where workspace_id = ${workspaceId} and contact_id = any(${gone}::uuid[])`,
  );
  await run(
    em,
    sql`update contact set merged_into = ${contactId}, updated_at = workspace_now(workspace_id), revision = revision + 1
    where workspace_id = ${workspaceId} and (id = any(${gone}::uuid[]) or merged_into = any(${gone}::uuid[]))`,
  );
  await tellUi(
    em,
    ...[contactId, ...absorbs].map((refId) => ({
      workspaceId,
      topic: 'contact' as const,
      refId,
      kind: 'merged',
    })),
  );
}

async function moveAddresses(
  em: Db,
  input: { workspaceId: string; contactId: string; absorbs: readonly string[] },
): Promise<void> {
  const { workspaceId, contactId } = input;
  await rows(
    em,
    sql`with gone as (
      delete from contact_address where workspace_id = ${workspaceId} and contact_id = any(${[...input.absorbs]}::uuid[])
      returning address_id, label, extension, position, added_by),
    last as (
      select coalesce(max(position), -1) as position from contact_address
      where workspace_id = ${workspaceId} and contact_id = ${contactId})
    insert into contact_address (workspace_id, contact_id, address_id, label, extension, position, added_by)
    select distinct on (gone.address_id) ${workspaceId}::uuid, ${contactId}::uuid, gone.address_id, gone.label, gone.extension,
      last.position + 1 + gone.position, gone.added_by
    from gone, last order by gone.address_id, gone.position
    on conflict (workspace_id, contact_id, address_id) do nothing`,
  );
}
