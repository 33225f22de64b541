import type { Db } from './orm.ts';
import { firstRow, sql } from './sql.ts';

/**
 * The clock port: the present instant of a workspace, read from the database, within the transaction
 * where there is one. A sandbox workspace may run ahead of the real time; a live one never does.
 */
export async function workspaceNow(em: Db, workspaceId: string): Promise<Date> {
  const row = await firstRow<{ now: Date }>(em, sql`select workspace_now(${workspaceId}) as now`);
  if (!row) throw new Error('The database gave no time.');
  return row.now;
}
