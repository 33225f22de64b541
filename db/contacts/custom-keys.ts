import type { Db } from '../orm.ts';
import { rows, sql } from '../sql.ts';

/** The names of the fields of their own that contacts of a workspace have, 100 at most. */
export async function customKeys(em: Db, workspaceId: string): Promise<string[]> {
  const found = await rows<{ key: string }>(
    em,
    sql`select distinct key from contact, jsonb_object_keys(fields) key
    where workspace_id = ${workspaceId} and merged_into is null and erased_at is null order by key limit 100`,
  );
  return found.map(({ key }) => key);
}
