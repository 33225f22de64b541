import { stepFigures } from '../campaigns/figures.ts';
import type { Db } from '../orm.ts';
import { rows, sql } from '../sql.ts';

export interface StepCounts {
  stepId: string;
  sent: number;
  replied: number;
  optedOut: number;
  failed: number;
  waiting: number;
}

/** What the campaigns that run now count at each step, together. */
export async function liveStepCounts(
  em: Db,
  { workspaceId, sequenceId }: { workspaceId: string; sequenceId: string },
): Promise<StepCounts[]> {
  const campaigns = await rows<{ id: string }>(
    em,
    sql`select id from campaign where workspace_id = ${workspaceId} and sequence_id = ${sequenceId}
      and state in ('launching', 'running', 'paused') order by id desc limit 5`,
  );
  const sums = new Map<string, StepCounts>();
  for (const { id } of campaigns) {
    for (const figures of await stepFigures(em, workspaceId, id)) add(sums, figures);
  }
  return [...sums.values()];
}

function add(sums: Map<string, StepCounts>, more: StepCounts): void {
  const sum = sums.get(more.stepId);
  sums.set(more.stepId, {
    stepId: more.stepId,
    sent: (sum?.sent ?? 0) + more.sent,
    replied: (sum?.replied ?? 0) + more.replied,
    optedOut: (sum?.optedOut ?? 0) + more.optedOut,
    failed: (sum?.failed ?? 0) + more.failed,
    waiting: (sum?.waiting ?? 0) + more.waiting,
  });
}
