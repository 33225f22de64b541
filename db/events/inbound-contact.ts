import type { Db } from '../orm.ts';
import { firstRow, run, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';

export interface Inbound {
  workspaceId: string;
  addressId: string;
  senderId: string;
}

/**
 * Whose message it is: of those who share the address, the one last written to from that number of
 * ours, else last written to at all, else the first who has it, else a new contact.
 */
export async function contactOf(em: Db, inbound: Inbound): Promise<string> {
  const { workspaceId, addressId, senderId } = inbound;
  const found = await firstRow<{ id: string }>(
    em,
    sql`with recursive candidate as (
      select contact_id, case when sender_id = ${senderId} then 1 else 2 end as rank, decided_at as at from send
      where workspace_id = ${workspaceId} and address_id = ${addressId} and contact_id is not null
        and state not in ('queued', 'held', 'parked', 'dropped', 'refused')
      union all
      select contact_id, 3 + position, null from contact_address
      where workspace_id = ${workspaceId} and address_id = ${addressId}),
    survivor as (
      select c.id, c.merged_into, c.erased_at, k.rank, k.at from candidate k
      join contact c on c.workspace_id = ${workspaceId} and c.id = k.contact_id
      union all
      select c.id, c.merged_into, c.erased_at, s.rank, s.at from survivor s
      join contact c on c.workspace_id = ${workspaceId} and c.id = s.merged_into)
    select id from survivor where merged_into is null and erased_at is null
    order by rank, at desc nulls last, id limit 1`,
  );
  return found?.id ?? newContact(em, inbound);
}

async function newContact(em: Db, { workspaceId, addressId }: Inbound): Promise<string> {
  const made = await firstRow<{ id: string }>(
    em,
    sql`insert into contact (workspace_id, source, country, created_at, updated_at)
    select ${workspaceId}::uuid, 'inbound', a.country, workspace_now(${workspaceId}), workspace_now(${workspaceId})
    from address a where a.workspace_id = ${workspaceId} and a.id = ${addressId} returning id`,
  );
  if (!made) throw new Error('The address of a new contact is gone.');
  await run(
    em,
    sql`insert into contact_address (workspace_id, contact_id, address_id, added_by)
    values (${workspaceId}, ${made.id}, ${addressId}, 'inbound')`,
  );
  await tellUi(em, { workspaceId, topic: 'contact', refId: made.id, kind: 'created' });
  return made.id;
}
