import type { ConsentPlan } from '#domain/imports/outcome.ts';
import { endMembershipsOfAddress } from '../memberships.ts';
import type { Db } from '../orm.ts';
import { jsonb, rows, run, sql } from '../sql.ts';

/** Where a statement of consent stands: the proof that is kept with it. */
export interface Statement {
  workspaceId: string;
  importRunId: string;
  blobSha256: string;
  fileName: string;
  /** On what ground the people behind a `yes` agreed. */
  basis: string;
}

/**
 * Records what a list says of consent to texts, with the row where it says so. A refusal stops texts to
 * the address, and ends the walks that would write there.
 */
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
    ${statedOf(statement, plans)} order by a.kind, a.value, s.row`,
  );
  await stopTexts(
    em,
    statement,
    plans.filter(({ consent }) => consent === 'refused'),
  );
}

async function stopTexts(
  em: Db,
  statement: Statement,
  refusals: readonly ConsentPlan[],
): Promise<void> {
  if (refusals.length === 0) return;
  const { workspaceId } = statement;
  const walking = await rows<{ addressId: string }>(
    em,
    sql`with stopped as (
      insert into suppression (workspace_id, address_id, channel, reason, evidence, recorded_at)
      select a.workspace_id, a.id, 'sms', 'import', ${evidenceOf(statement)}::jsonb || jsonb_build_object('row', s.row),
        workspace_now(w.id)
      ${statedOf(statement, refusals)} order by a.kind, a.value, s.row
      returning address_id)
    select distinct m.address_id as "addressId" from membership m join stopped on stopped.address_id = m.address_id
    where m.workspace_id = ${workspaceId} and m.state in ('enrolled', 'walking')`,
  );
  for (const { addressId } of walking) {
    await endMembershipsOfAddress(em, { workspaceId, addressId, ending: 'suppressed' });
  }
}

const evidenceOf = ({ importRunId, blobSha256, fileName }: Statement) => ({
  importRunId,
  blobSha256,
  fileName,
});

const statedOf = ({ workspaceId }: Statement, plans: readonly ConsentPlan[]) =>
  sql`from jsonb_to_recordset(${jsonb(plans)}) as s(row integer, address text, consent text, "statedOn" date)
    join workspace w on w.id = ${workspaceId}
    join address a on a.workspace_id = w.id and a.kind = split_part(s.address, ':', 1)
      and a.value = substr(s.address, strpos(s.address, ':') + 1)`;
