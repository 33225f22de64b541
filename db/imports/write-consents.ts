import type { ConsentPlan } from '#domain/imports/outcome.ts';
import type { Db } from '../orm.ts';
import { jsonb, run, sql } from '../sql.ts';

/** Where a statement of consent stands: the proof that is kept with it. */
export interface Statement {
  workspaceId: string;
  importRunId: string;
  blobSha256: string;
  fileName: string;
  /** On what ground the people behind a `yes` agreed. */
  basis: string;
}

/** Records what a list says of consent to texts, with the row where it says so. */
export async function writeConsents(
  em: Db,
  statement: Statement,
  plans: readonly ConsentPlan[],
): Promise<void> {
  if (plans.length === 0) return;
  await run(
    em,
    sql`insert into consent (workspace_id, address_id, channel, status, basis, source, evidence, captured_at, recorded_at)
    select a.workspace_id, a.id, 'sms', s.consent, case when s.consent = 'given' then ${statement.basis} else '' end, 'import',
      ${evidenceOf(statement)}::jsonb || jsonb_build_object('row', s.row), s."statedOn"::timestamp at time zone w.zone,
      workspace_now(w.id)
    ${statedOf(statement, plans)}
    order by a.value`,
  );
}

/** Stops texts to the numbers that a list opts out. @returns how many */
export async function writeSuppressions(
  em: Db,
  statement: Statement,
  plans: readonly ConsentPlan[],
): Promise<number> {
  if (plans.length === 0) return 0;
  return run(
    em,
    sql`insert into suppression (workspace_id, address_id, channel, reason, evidence, recorded_at)
    select a.workspace_id, a.id, 'sms', 'import', ${evidenceOf(statement)}::jsonb || jsonb_build_object('row', s.row),
      workspace_now(w.id)
    ${statedOf(statement, plans)}
    order by a.value`,
  );
}

const evidenceOf = ({ importRunId, blobSha256, fileName }: Statement) => ({
  importRunId,
  blobSha256,
  fileName,
});

const statedOf = ({ workspaceId }: Statement, plans: readonly ConsentPlan[]) =>
  sql`from jsonb_to_recordset(${jsonb(plans)}) as s(row integer, number text, consent text, "statedOn" date)
    join workspace w on w.id = ${workspaceId}
    join address a on a.workspace_id = w.id and a.kind = 'phone' and a.value = s.number`;
