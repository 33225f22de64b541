import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';
import { onceErased } from './erased-conversations.ts';
import type { KnownConversation } from './known-conversation.ts';

/** Whether the provider lists a conversation with this one of a group alone: its calls are read there. */
export async function hasOwnConversation(
  em: Db,
  of: { workspaceId: string; accountId: string; conversation: KnownConversation; person: string },
): Promise<boolean> {
  const { workspaceId, accountId, conversation, person } = of;
  const found = await firstRow(
    em,
    sql`select 1 as one from provider_conversation p
      join provider_conversation g on g.workspace_id = p.workspace_id and g.provider_number_id = p.provider_number_id
    where p.workspace_id = ${workspaceId} and p.provider_account_id = ${accountId} and g.id = ${conversation.id}
      and (p.participants = array[${person}]::text[] or p.participants in (${onceErased(workspaceId, [person])}))
      and p.external_id not like 'made:%' limit 1`,
  );
  return found !== undefined;
}
