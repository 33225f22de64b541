import type { Listed } from '#domain/twilio/listed.ts';
import type { Db } from '../orm.ts';
import { jsonb, rows, sql } from '../sql.ts';

/**
 * Which of these no webhook has told: texts to numbers of ours, and ends of messages of ours that are open
 * here. What others do with the same account is not ours. One statement.
 */
export async function unheardOf(
  em: Db,
  { workspaceId, accountId }: { workspaceId: string; accountId: string },
  listed: readonly Listed[],
): Promise<Listed[]> {
  if (listed.length === 0) return [];
  const asked = listed.map(({ sid, direction, to, status }) => ({ sid, direction, to, status }));
  const found = await rows<{ sid: string }>(
    em,
    sql`select l.sid from jsonb_to_recordset(${jsonb(asked)}) as l(sid text, direction text, "to" text, status text)
    where l.direction = 'in'
      and not exists (select from provider_event e where e.provider_account_id = ${accountId} and e.kind = 'message' and e.dedupe_key = l.sid)
      and exists (select from sender s where s.workspace_id = ${workspaceId} and s.provider_account_id = ${accountId}
        and s.value = regexp_replace(l."to", '^whatsapp:', ''))
    union all
    select l.sid from jsonb_to_recordset(${jsonb(asked)}) as l(sid text, direction text, status text)
    join send s on s.provider_account_id = ${accountId} and s.provider_id = l.sid and s.state in ('accepted', 'sent')
    where l.direction = 'out' and l.status in ('sent', 'delivered', 'undelivered', 'failed', 'read', 'canceled')
      and not (l.status = 'sent' and s.state = 'sent')
      and not exists (select from provider_event e where e.provider_account_id = ${accountId} and e.kind = 'status'
        and e.dedupe_key = l.sid || ':' || l.status)`,
  );
  const sids = new Set(found.map(({ sid }) => sid));
  return listed.filter(({ sid }) => sids.has(sid));
}
