import type { Db } from '../orm.ts';
import { run, sql } from '../sql.ts';

export interface HistoryProblemFound {
  workspaceId: string;
  importId: string;
  /** Method and path without ids, such as `GET /v1/messages`. */
  request: string;
  /** The provider's id of what was asked for: a number, a conversation or a call. */
  about: string;
  status: number | null;
  code: string;
  /** Nothing more is to be done about it. */
  solved?: boolean;
}

/** Writes down a request that failed, once for the same failure of the same thing. */
export async function recordProblem(em: Db, found: HistoryProblemFound): Promise<void> {
  const { workspaceId, importId, request, about, status, code, solved = false } = found;
  await run(
    em,
    sql`insert into history_problem as q (workspace_id, history_import_id, request, about, status, code, solved_at)
    values (${workspaceId}, ${importId}, ${request}, ${about}, ${status}, ${code}, case when ${solved} then now() end)
    on conflict (history_import_id, request, about, code) do update
      set attempt = q.attempt + 1, at = now(), status = excluded.status, solved_at = excluded.solved_at`,
  );
}

/** What had failed has succeeded at last. */
export async function solveProblems(
  em: Db,
  { workspaceId, importId, request, about }: Omit<HistoryProblemFound, 'status' | 'code'>,
): Promise<void> {
  await run(
    em,
    sql`update history_problem set solved_at = now() where workspace_id = ${workspaceId} and history_import_id = ${importId}
      and request = ${request} and about = ${about} and solved_at is null`,
  );
}
