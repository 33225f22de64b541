import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';

/** What somebody else of ours has written. */
export interface Answer {
  id: string;
  by: string;
  at: Date;
  body: string;
}

/**
 * The latest answer that another person of ours wrote after what this one saw: two agents who answer
 * the same question must know of each other before the second text goes out.
 */
export function newerAnswer(
  em: Db,
  input: { workspaceId: string; userId: string; conversationId: string; seenId: string | null },
): Promise<Answer | undefined> {
  const { workspaceId, userId, conversationId, seenId } = input;
  return firstRow(
    em,
    sql<Answer>`select i.id, u.name as by, i.at, i.body from interaction i join app_user u on u.id = i.author_id
    where i.workspace_id = ${workspaceId} and i.conversation_id = ${conversationId} and i.kind = 'message'
      and i.direction = 'out' and i.author_id <> ${userId}
      and (${seenId}::uuid is null or (i.at, i.id) > (select s.at, s.id from interaction s
        where s.workspace_id = ${workspaceId} and s.conversation_id = ${conversationId} and s.id = ${seenId}::uuid))
    order by i.at desc, i.id desc limit 1`,
  );
}
