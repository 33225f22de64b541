import type { RejectionReason } from '#domain/imports/read-row.ts';
import type { Db } from '../orm.ts';
import { rows, sql } from '../sql.ts';

export interface RejectedRow {
  /** Counted from 1, without header and blank lines. */
  number: number;
  reason: RejectionReason;
  cells: string[];
}

/** The rejected rows of an import after a row number, at most `limit`. */
export async function rejectedRows(
  em: Db,
  input: { workspaceId: string; runId: string; after: number; limit: number },
): Promise<RejectedRow[]> {
  return rows(
    em,
    sql<RejectedRow>`select number, reason, raw::jsonb as cells from import_row
    where workspace_id = ${input.workspaceId} and import_run_id = ${input.runId} and outcome = 'rejected'
      and number > ${input.after} order by number limit ${input.limit}`,
  );
}
