import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';

/** A request of an import that did not succeed at once. */
export interface ProblemRow {
  id: string;
  request: string;
  about: string;
  /** Of HTTP; null where nothing was answered. */
  status: number | null;
  code: string;
  attempt: number;
  at: Date;
  solvedAt: Date | null;
}

export interface ProblemList {
  problems: ProblemRow[];
  open: number;
  total: number;
}

/** Problems of an import, the unsolved first, then the latest; behind the one whose id is `after`. */
export async function historyProblems(
  em: Db,
  asked: { workspaceId: string; importId: string; after?: string | undefined; limit: number },
): Promise<ProblemList> {
  const { workspaceId, importId, after = null, limit } = asked;
  const here = sql`p.workspace_id = ${workspaceId} and p.history_import_id = ${importId}`;
  const found = await firstRow<Omit<ProblemList, 'problems'> & { problems: Stored[] }>(
    em,
    sql`select count(*)::int as total, count(*) filter (where p.solved_at is null)::int as open, (
      select coalesce(jsonb_agg(shown order by shown.solved, shown.id desc), '[]') from (
        select p.id, p.request, p.about, p.status, p.code, p.attempt, p.at + shift.by as at,
          p.solved_at + shift.by as "solvedAt", p.solved_at is not null as solved
        from history_problem p
        cross join (select clock_offset_ms * interval '1 ms' as by from workspace where id = ${workspaceId}) shift
        left join history_problem last on last.id = ${after}::uuid and last.history_import_id = ${importId}
        where ${here} and (last.id is null or (p.solved_at is not null) > (last.solved_at is not null)
          or ((p.solved_at is not null) = (last.solved_at is not null) and p.id < last.id))
        order by p.solved_at is not null, p.id desc limit ${limit}) shown) as problems
    from history_problem p where ${here}`,
  );
  return {
    open: found?.open ?? 0,
    total: found?.total ?? 0,
    problems: (found?.problems ?? []).map((problem) => ({
      ...problem,
      at: new Date(problem.at),
      solvedAt: problem.solvedAt === null ? null : new Date(problem.solvedAt),
    })),
  };
}

type Stored = Omit<ProblemRow, 'at' | 'solvedAt'> & { at: string; solvedAt: string | null };
