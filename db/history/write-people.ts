import type { PastPerson } from '#domain/history/exchange.ts';
import type { Db } from '../orm.ts';
import { jsonb, run, sql } from '../sql.ts';

/** Writes down the people of a provider's workspace; who has a seat here under the same e-mail is known by it. */
export async function writePeople(
  em: Db,
  input: { workspaceId: string; accountId: string; people: readonly PastPerson[] },
): Promise<void> {
  const { workspaceId, accountId, people } = input;
  if (people.length === 0) return;
  await run(
    em,
    sql`insert into provider_person as p (workspace_id, provider_account_id, external_id, name, email, user_id)
    select ${workspaceId}::uuid, ${accountId}::uuid, g."providerId", g.name, g.email, s.user_id
    from jsonb_to_recordset(${jsonb(people)}) as g("providerId" text, name text, email text)
      left join app_user u on lower(u.email) = g.email
      left join seat s on s.workspace_id = ${workspaceId} and s.user_id = u.id
    on conflict (provider_account_id, external_id) do update
      set name = excluded.name, email = excluded.email, user_id = coalesce(excluded.user_id, p.user_id), gone_at = null
      where (p.name, p.email, p.user_id, p.gone_at)
        is distinct from (excluded.name, excluded.email, coalesce(excluded.user_id, p.user_id), null)`,
  );
}
