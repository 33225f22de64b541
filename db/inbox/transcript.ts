import type { PastTurn } from '#domain/history/exchange.ts';
import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';

export interface CallTranscript {
  turns: (PastTurn & { /** Name of the person of the firm who speaks. */ person: string | null })[];
  /** The stored recording that it is the text of; null where there is none to hear. */
  recordingId: string | null;
  /** The number of the other side, and the one of ours. */
  address: string | null;
  sender: string | null;
}

/** What was said in a call of this conversation, turn by turn, or undefined. */
export function transcriptOf(
  em: Db,
  input: { workspaceId: string; conversationId: string; callId: string },
): Promise<CallTranscript | undefined> {
  const { workspaceId, conversationId, callId } = input;
  return firstRow(
    em,
    sql<CallTranscript>`select a.value as address, n.value as sender,
      (select f.id from attachment f where f.workspace_id = i.workspace_id and f.interaction_id = i.id
        and f.role = 'recording' and f.state = 'stored' order by f.position, f.id limit 1) as "recordingId",
      (select coalesce(jsonb_agg(turn || jsonb_build_object('person', p.name) order by place), '[]')
        from jsonb_array_elements(r.transcript->'turns') with ordinality as said(turn, place)
          left join provider_person p on p.workspace_id = r.workspace_id
            and p.provider_account_id = r.provider_account_id and p.external_id = turn->>'personId') as turns
    from interaction i
      join call_record r on r.workspace_id = i.workspace_id and r.interaction_id = i.id
      left join sender n on n.workspace_id = i.workspace_id and n.id = i.sender_id
      left join address a on a.workspace_id = i.workspace_id and a.id = i.address_id
    where i.workspace_id = ${workspaceId} and i.conversation_id = ${conversationId} and i.id = ${callId}
      and r.transcript->>'state' = 'completed'`,
  );
}
