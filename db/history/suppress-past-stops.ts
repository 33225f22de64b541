import { readKeyword } from '#domain/inbox/keywords.ts';
import { stoppedChannels } from '../events/keyword-suppression.ts';
import type { Db } from '../orm.ts';
import { jsonb, run, sql } from '../sql.ts';
import type { MessagePage, MessageRow } from './write-messages.ts';

/**
 * Closes the addresses of those whose last keyword in this conversation was a STOP, once for each such
 * message. Pages come newest first, so whatever was said later is known. A START lifts nothing that stands.
 */
export async function suppressPastStops(
  em: Db,
  page: MessagePage,
  read: readonly MessageRow[],
): Promise<void> {
  const { workspaceId, accountId, conversation, importId = null } = page;
  const said = read
    .filter(({ direction }) => direction === 'in')
    .map((row) => ({ ...row, keyword: readKeyword(row.body) }))
    .filter(({ keyword }) => keyword !== null && keyword !== 'help');
  const stops = said.filter(
    (row) =>
      row.keyword === 'stop' &&
      !said.some((other) => other.address === row.address && other.at > row.at),
  );
  if (stops.length === 0) return;
  await run(
    em,
    sql`insert into suppression (workspace_id, address_id, channel, reason, evidence, recorded_at)
    select ${workspaceId}::uuid, a.id, channel, 'keyword',
      jsonb_build_object('historyImportId', ${importId}::uuid, 'providerId', g.provider_id), workspace_now(${workspaceId})
    from jsonb_to_recordset(${jsonb(stops)}) as g(provider_id text, address text, at timestamptz)
      join address a on a.workspace_id = ${workspaceId} and a.kind = 'phone' and a.value = g.address
      cross join unnest(${stoppedChannels}::text[]) as channel
    where not exists (select from suppression s where s.workspace_id = ${workspaceId} and s.address_id = a.id
        and (s.evidence->>'providerId' = g.provider_id or s.recorded_at >= g.at and s.reason = 'keyword'))
      and not exists (select from interaction i where i.workspace_id = ${workspaceId} and i.provider_account_id = ${accountId}
        and i.conversation_id = ${conversation.conversationId}::uuid and i.address_id = a.id and i.at > g.at and i.direction = 'in'
        and (i.detail->>'meaning' in ('start', 'stop') or lower(btrim(i.body)) = 'yes'))`,
  );
}
