import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';

/**
 * Whether a key that opens these numbers opens the workspace that we know: one of its numbers is among
 * them, or we know none yet. `ids` are the provider's.
 */
export async function opensKnownNumbers(
  em: Db,
  {
    workspaceId,
    accountId,
    ids,
  }: { workspaceId: string; accountId: string; ids: readonly string[] },
): Promise<boolean> {
  const found = await firstRow<{ ours: boolean }>(
    em,
    sql`select coalesce(bool_or(external_id = any(${[...ids]}::text[])), true) as ours from provider_number
    where workspace_id = ${workspaceId} and provider_account_id = ${accountId}`,
  );
  return found?.ours ?? true;
}
