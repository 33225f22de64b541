import type { Db } from '../orm.ts';
import { tellRelay } from '../outbox.ts';
import { rows, sql } from '../sql.ts';

/**
 * Has the schedules of accounts kept: those of one workspace, or of all. Bears repetition, and makes those
 * that an engine has lost.
 */
export async function askForSchedules(
  em: Db,
  { workspaceId = null }: { workspaceId?: string | null } = {},
): Promise<void> {
  const accounts = await rows<{ id: string; workspaceId: string }>(
    em,
    sql`select id, workspace_id as "workspaceId" from provider_account
    where ${workspaceId}::uuid is null or workspace_id = ${workspaceId}::uuid`,
  );
  const kind = 'history.schedules' as const;
  await tellRelay(em, ...accounts.map((one) => ({ ...one, kind, key: one.id })));
}
