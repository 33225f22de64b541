import type { ImportFailure, ImportPreview, ImportState } from '#domain/imports/run.ts';
import type { Db } from '../orm.ts';
import { run, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';
import type { ImportRunRow } from './runs.ts';

/**
 * Keeps what has been counted, unless somebody has changed the options or started the import since.
 * @returns false where that is so: then counting on is in vain
 */
export async function savePreview(
  em: Db,
  { id, workspaceId }: ImportRunRow,
  preview: ImportPreview,
): Promise<boolean> {
  const saved = await run(
    em,
    sql`update import_run set preview = ${preview},
      rows_total = coalesce(${preview.rowsTotal}::integer, rows_total)
    where id = ${id} and state = 'mapping' and (options->>'revision')::integer = ${preview.revision}`,
  );
  if (saved === 0) return false;
  await tellUi(em, { workspaceId, topic: 'import', refId: id, kind: 'preview' });
  return true;
}

/** The last row is written: the import is over, unless somebody paused or cancelled it meanwhile. */
export async function completeImport(em: Db, { id, workspaceId }: ImportRunRow): Promise<boolean> {
  const done = await run(
    em,
    sql`update import_run set state = 'complete', rows_total = rows_read, finished_at = workspace_now(workspace_id)
    where id = ${id} and state = 'running'`,
  );
  if (done > 0) await told(em, { id, workspaceId }, 'complete');
  return done > 0;
}

/** The file cannot be read on; what was written stays, and the row says why. */
export async function failImport(
  em: Db,
  { id, workspaceId }: ImportRunRow,
  error: ImportFailure,
): Promise<void> {
  const failed = await run(
    em,
    sql`update import_run set state = 'failed', error = ${error}, finished_at = workspace_now(workspace_id)
    where id = ${id} and state in ('mapping', 'running', 'paused')`,
  );
  if (failed > 0) await told(em, { id, workspaceId }, 'failed');
}

const told = (
  em: Db,
  { id, workspaceId }: Pick<ImportRunRow, 'id' | 'workspaceId'>,
  kind: ImportState,
) => tellUi(em, { workspaceId, topic: 'import', refId: id, kind });

/**
 * Tells the planner of the rows that a list has brought. What it knows of a workspace that was empty
 * a moment ago is that nothing is there, and it then reads all of it to find one number.
 */
export async function knowNewRows(em: Db): Promise<void> {
  await run(em, sql`analyze contact, address, contact_address`);
}
