import type { Db } from '#db/orm.ts';
import { rows, sql } from '#db/sql.ts';

/** What became of a row, with the contact behind it as it stands now. */
export interface RowInDatabase {
  number: number;
  outcome: 'created' | 'merged' | 'unchanged' | 'rejected';
  addresses: { value: string; extension: string | null; zone: string | null; blocked: boolean }[];
  /** Rows that made or filled the same contact, this one included. */
  rowsOfContact: number;
  lastJob: string | null;
  jobValue: { cents: number; currency: string | null } | null;
}

export async function outcomeOfRows(
  em: Db,
  workspaceId: string,
  runId: string,
): Promise<Map<number, RowInDatabase>> {
  const found = await rows<RowInDatabase>(
    em,
    sql`select r.number, r.outcome, count(*) over (partition by r.contact_id) as "rowsOfContact", c.fields->'last_job'->>'value' as "lastJob", c.fields->'job_value'->'value' as "jobValue",
      (select coalesce(jsonb_agg(jsonb_build_object('value', a.value, 'extension', ca.extension, 'zone', a.zone,
          'blocked', 'sms' = any(a.blocked))), '[]')
        from contact_address ca join address a on a.id = ca.address_id where ca.contact_id = c.id) as addresses
    from import_row r left join contact c on c.id = r.contact_id
    where r.workspace_id = ${workspaceId} and r.import_run_id = ${runId}`,
  );
  return new Map(found.map((row) => [row.number, row]));
}
