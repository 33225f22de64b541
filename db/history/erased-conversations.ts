import type { RawBuilder } from 'kysely';
import type { Db } from '../orm.ts';
import { jsonb, rows, run, sql } from '../sql.ts';
import { survivorOf } from './survivor.ts';

/** Of these conversations, the provider's ids of those that lie with somebody who was erased. */
export async function erasedAmong(
  em: Db,
  { workspaceId, accountId }: { workspaceId: string; accountId: string },
  conversations: readonly { providerId: string; madeId: string }[],
): Promise<ReadonlySet<string>> {
  if (conversations.length === 0) return new Set();
  const names = conversations.flatMap(({ providerId, madeId }) => [
    { name: providerId, providerId },
    { name: madeId, providerId },
  ]);
  const found = await rows<{ id: string }>(
    em,
    sql`select distinct g."providerId" as id
    from jsonb_to_recordset(${jsonb(names)}) as g(name text, "providerId" text)
      join provider_conversation p on p.workspace_id = ${workspaceId} and p.provider_account_id = ${accountId}
        and p.external_id = g.name
      cross join ${survivorOf(workspaceId, sql`p.contact_id`)} s
    where s.erased_at is not null`,
  );
  return new Set(found.map(({ id }) => id));
}

/** Whether who had this number was erased after they said something at that instant. */
export const erasedSince = (
  workspaceId: string,
  said: Record<'number' | 'at', RawBuilder<unknown>>,
) => sql`exists (select from address x join suppression s on s.workspace_id = x.workspace_id and s.address_id = x.id
    and s.reason = 'erased' and s.recorded_at >= ${said.at}
  where x.workspace_id = ${workspaceId}::uuid and x.kind = 'phone'
    and x.value = address_fingerprint(${workspaceId}::uuid, 'phone', ${said.number}))`;

/** These participants with any one of them erased, as `emptyConversations` leaves them: a table of arrays. */
export const onceErased = (workspaceId: string, participants: readonly string[]) => {
  const all = sql`${[...participants]}::text[]`;
  return sql`select array_replace(${all}, w, address_fingerprint(${workspaceId}::uuid, 'phone', w)) from unnest(${all}) w`;
};

/**
 * Takes the person out of the provider's conversations that lie with this contact. In the place of their
 * number stands its fingerprint, by which the conversation is found and not made anew.
 */
export async function emptyConversations(
  em: Db,
  { workspaceId, contactId }: { workspaceId: string; contactId: string },
): Promise<void> {
  const digits = (text: ReturnType<typeof sql>) =>
    sql`right(regexp_replace(${text}, '\\D', '', 'g'), 10)`;
  await run(
    em,
    sql`update provider_conversation p set name = null, participants = array(
      select case when cardinality(p.participants) = 1 or exists (
          select from contact_address ca join address a on a.workspace_id = ca.workspace_id and a.id = ca.address_id
          where ca.workspace_id = p.workspace_id and ca.contact_id = ${contactId} and a.kind = 'phone'
            and ${digits(sql`a.value`)} = ${digits(sql`w.number`)})
        then address_fingerprint(p.workspace_id, 'phone', w.number) else w.number end
      from unnest(p.participants) with ordinality w(number, place) order by w.place)
    from contact c where c.workspace_id = p.workspace_id and c.id = p.contact_id
      and p.workspace_id = ${workspaceId} and (c.id = ${contactId} or c.merged_into = ${contactId})`,
  );
}
