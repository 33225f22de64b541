import type { FileInspection } from '#domain/imports/file-inspection.ts';
import {
  afterImportOrder,
  type ImportOptions,
  type ImportOrder,
  type ImportState,
} from '#domain/imports/run.ts';
import type { StoredBlob } from '../blobs.ts';
import { recordBlob } from '../blobs/keep.ts';
import { recordOrder } from '../orders.ts';
import type { Db } from '../orm.ts';
import { tellRelay } from '../outbox.ts';
import { firstRow, run, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';

export interface NewImport {
  /** Also the id of the order: a double click uploads once. */
  runId: string;
  workspaceId: string;
  userId: string;
  file: StoredBlob & { name: string };
  inspection: FileInspection;
  options: ImportOptions;
}

/**
 * Records an uploaded list and asks for a preview of what importing it would do.
 * @returns false where the order was given before
 */
export async function createImport(em: Db, added: NewImport): Promise<boolean> {
  const { workspaceId, runId, userId, file } = added;
  const isNew = await recordOrder(em, {
    id: runId,
    workspaceId,
    userId,
    kind: 'import.upload',
    subjectType: 'import_run',
    subjectId: runId,
    payload: { file: file.name, size: file.size },
  });
  if (!isNew) return false;
  await recordBlob(em, { ...file, contentType: 'text/csv' });
  await run(
    em,
    sql`insert into import_run (id, workspace_id, blob_sha256, file_name, file_size, inspection, options, created_by, created_at)
    values (${runId}, ${workspaceId}, ${file.sha256}, ${file.name}, ${file.size}, ${added.inspection},
      ${added.options}, ${userId}, workspace_now(${workspaceId}))`,
  );
  await tellUi(em, { workspaceId, topic: 'import', refId: runId, kind: 'created' });
  await tellRelay(em, { workspaceId, kind: 'import.start', key: runId });
  return true;
}

export interface OptionsChange {
  orderId: string;
  workspaceId: string;
  userId: string;
  runId: string;
  options: Omit<ImportOptions, 'revision'>;
}

/**
 * Keeps what a person chose for a list that has not been started, and asks for a new preview.
 * @returns false where it has been started meanwhile
 */
export async function chooseImportOptions(em: Db, change: OptionsChange): Promise<boolean> {
  const { workspaceId, runId } = change;
  const found = await lockRun(em, workspaceId, runId);
  if (found?.state !== 'mapping') return false;
  const isNew = await recordOrder(em, {
    id: change.orderId,
    workspaceId,
    userId: change.userId,
    kind: 'import.options',
    subjectType: 'import_run',
    subjectId: runId,
  });
  if (!isNew) return true;
  const options: ImportOptions = { ...change.options, revision: found.options.revision + 1 };
  await run(
    em,
    sql`update import_run set options = ${options} where workspace_id = ${workspaceId} and id = ${runId}`,
  );
  await tellUi(em, { workspaceId, topic: 'import', refId: runId, kind: 'options' });
  await tellRelay(em, { workspaceId, kind: 'import.start', key: runId });
  return true;
}

export interface ImportOrderGiven {
  orderId: string;
  workspaceId: string;
  userId: string;
  runId: string;
  order: ImportOrder;
}

/**
 * Gives an order for an import.
 * @returns `refused` with the state it is in where the order may not be given now; null where it is not there
 */
export async function orderImport(
  em: Db,
  given: ImportOrderGiven,
): Promise<{ kind: 'given' | 'refused'; state: ImportState } | null> {
  const { workspaceId, runId, order } = given;
  const found = await lockRun(em, workspaceId, runId);
  if (!found) return null;
  const isNew = await recordOrder(em, {
    id: given.orderId,
    workspaceId,
    userId: given.userId,
    kind: `import.${order}`,
    subjectType: 'import_run',
    subjectId: runId,
  });
  if (!isNew) return { kind: 'given', state: found.state };
  const state = afterImportOrder(found.state, order);
  if (!state) return { kind: 'refused', state: found.state };
  await run(
    em,
    sql`update import_run set state = ${state},
      started_at = case when ${order === 'start'} then workspace_now(workspace_id) else started_at end,
      finished_at = case when ${state === 'cancelled'} then workspace_now(workspace_id) end
    where workspace_id = ${workspaceId} and id = ${runId}`,
  );
  await tellUi(em, { workspaceId, topic: 'import', refId: runId, kind: state });
  await tellRelay(em, {
    workspaceId,
    kind: order === 'start' ? 'import.start' : 'import.wake',
    key: runId,
  });
  return { kind: 'given', state };
}

function lockRun(em: Db, workspaceId: string, runId: string) {
  return firstRow<{ state: ImportState; options: ImportOptions }>(
    em,
    sql`select state, options from import_run where workspace_id = ${workspaceId} and id = ${runId} for update`,
  );
}
