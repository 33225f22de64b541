import type { Db } from './orm.ts';
import { firstRow, sql } from './sql.ts';

/** The figure in the menu stops counting here. */
const mostNeedReply = 1000;

/** How many conversations wait for an answer. */
export async function needReply(em: Db, workspaceId: string): Promise<number> {
  const row = await firstRow<{ n: number }>(
    em,
    sql`select count(*) as n from (select from conversation
      where workspace_id = ${workspaceId} and needs_reply and state <> 'done' limit ${mostNeedReply}) waiting`,
  );
  return row?.n ?? 0;
}
