import type { Db } from '../orm.ts';
import { rows, sql } from '../sql.ts';

/** What a proof counted there and here, for one number of ours. */
export interface NumberTallyRow {
  /** In E.164; null where the provider does not know the number any more. */
  value: string | null;
  name: string;
  conversations: number;
  messagesTheirs: number;
  messagesOurs: number;
  callsTheirs: number;
  callsOurs: number;
}

/** The tallies of an import, number by number; all conversations together are those compared so far. */
export function numberTallies(
  em: Db,
  { workspaceId, importId }: { workspaceId: string; importId: string },
): Promise<NumberTallyRow[]> {
  return rows(
    em,
    sql<NumberTallyRow>`select n.value, coalesce(n.name, '') as name, count(*)::int as conversations,
      sum(t.messages_theirs)::int as "messagesTheirs", sum(t.messages_ours)::int as "messagesOurs",
      sum(t.calls_theirs)::int as "callsTheirs", sum(t.calls_ours)::int as "callsOurs"
    from history_tally t
    join history_import h on h.workspace_id = t.workspace_id and h.id = t.history_import_id
    left join provider_number n on n.provider_account_id = h.provider_account_id and n.external_id = t.number_external_id
    where t.workspace_id = ${workspaceId} and t.history_import_id = ${importId}
    group by t.number_external_id, n.value, n.name order by n.name nulls last, n.value`,
  );
}
