import type { Db } from '../orm.ts';
import { rows, sql } from '../sql.ts';

/** The provider's ids of the numbers that an account is known to have. */
export async function numbersOf(
  em: Db,
  { workspaceId, accountId }: { workspaceId: string; accountId: string },
): Promise<string[]> {
  const found = await rows<{ id: string }>(
    em,
    sql`select external_id as id from provider_number
    where workspace_id = ${workspaceId} and provider_account_id = ${accountId} and gone_at is null`,
  );
  return found.map(({ id }) => id);
}
