import type { Db } from '../orm.ts';
import { rows, sql } from '../sql.ts';

/**
 * Takes texts and files out of what somebody wrote from these addresses in groups that lie with another
 * contact. Their number stays there: the provider tells what a group says only to who names all of it.
 * @returns the contents of the files
 */
export async function eraseInGroups(
  em: Db,
  { workspaceId, contactId }: { workspaceId: string; contactId: string },
  addresses: readonly { id: string }[],
): Promise<string[]> {
  const gone = await rows<{ sha256: string }>(
    em,
    sql`with theirs as (
      select i.id from participant t
        join conversation v on v.workspace_id = t.workspace_id and v.id = t.conversation_id and v.contact_id <> ${contactId}
        join interaction i on i.workspace_id = t.workspace_id and i.conversation_id = t.conversation_id
          and i.address_id = t.address_id and i.direction = 'in'
        join provider_conversation p on p.workspace_id = i.workspace_id and p.id::text = i.detail->>'thread'
          and cardinality(p.participants) > 1
      where t.workspace_id = ${workspaceId} and t.address_id = any(${addresses.map(({ id }) => id)}::uuid[])),
    emptied as (
      update interaction i set body = '', detail = i.detail || '{"erased": true}' from theirs where i.workspace_id = ${workspaceId} and i.id = theirs.id),
    shown as (
      update conversation v set preview = '' from theirs where v.workspace_id = ${workspaceId} and v.last_interaction_id = theirs.id),
    gone as (
      delete from attachment f using theirs where f.workspace_id = ${workspaceId} and f.interaction_id = theirs.id
      returning f.blob_sha256 as sha256)
    select distinct sha256 from gone where sha256 is not null`,
  );
  return gone.map(({ sha256 }) => sha256);
}
