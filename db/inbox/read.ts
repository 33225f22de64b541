import type { Db } from '../orm.ts';
import { run, sql } from '../sql.ts';
import type { Reader } from './conditions.ts';

/**
 * Notes how far a reader has come: to the interaction that they saw, so that one which arrived since
 * stays unread. Never backwards; safe to repeat, so it needs no order.
 */
export async function markRead(
  em: Db,
  { workspaceId, userId }: Reader,
  { conversationId, seenId }: { conversationId: string; seenId: string },
): Promise<void> {
  await run(
    em,
    sql`insert into conversation_read (workspace_id, conversation_id, user_id, read_at)
    select workspace_id, conversation_id, ${userId}::uuid, at from interaction
    where workspace_id = ${workspaceId} and conversation_id = ${conversationId} and id = ${seenId}
    on conflict (workspace_id, conversation_id, user_id)
      do update set read_at = greatest(conversation_read.read_at, excluded.read_at)`,
  );
}

/** Puts the last message of the person back to unread, for this reader alone. */
export async function markUnread(
  em: Db,
  { workspaceId, userId }: Reader,
  conversationId: string,
): Promise<void> {
  await run(
    em,
    sql`update conversation_read r set read_at = v.last_inbound_at - interval '1 microsecond' from conversation v
    where r.workspace_id = ${workspaceId} and r.conversation_id = ${conversationId} and r.user_id = ${userId}
      and v.workspace_id = r.workspace_id and v.id = r.conversation_id and v.last_inbound_at is not null`,
  );
}
