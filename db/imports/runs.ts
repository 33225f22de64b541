import type { IsoDate } from '#domain/contacts/dates.ts';
import type { FileInspection } from '#domain/imports/file-inspection.ts';
import type { ImportCounts } from '#domain/imports/outcome.ts';
import type {
  ImportFailure,
  ImportOptions,
  ImportPreview,
  ImportState,
} from '#domain/imports/run.ts';
import type { Db } from '../orm.ts';
import { firstRow, rows, sql } from '../sql.ts';

/** One import as its page and its workflow see it. */
export interface ImportRunRow extends ImportCounts {
  id: string;
  workspaceId: string;
  /** The workspace's own zone. */
  zone: string;
  state: ImportState;
  blobSha256: string;
  fileName: string;
  /** Bytes. */
  fileSize: number;
  /** What the upload found in the file. */
  inspection: FileInspection;
  options: ImportOptions;
  preview: ImportPreview | null;
  /** Rows of the whole file; known once somebody has read to its end. */
  rowsTotal: number | null;
  rowsRead: number;
  bytesRead: number;
  rowsPerSecond: number | null;
  error: ImportFailure | null;
  createdBy: string | null;
  createdByName: string | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

const columns = sql`
  r.id, r.workspace_id as "workspaceId", w.zone, r.state, r.blob_sha256 as "blobSha256", r.file_name as "fileName",
  r.file_size as "fileSize", r.inspection, r.options, r.preview, r.rows_total as "rowsTotal",
  r.rows_read as "rowsRead", r.bytes_read as "bytesRead", r.rows_per_second as "rowsPerSecond",
  r.created, r.merged, r.unchanged, r.rejected, r.suppressed, r.joined, r.error, r.created_by as "createdBy",
  u.name as "createdByName", r.created_at as "createdAt", r.started_at as "startedAt", r.finished_at as "finishedAt"`;

/** The import of this workspace, or undefined. */
export function importRun(
  em: Db,
  { workspaceId, runId }: { workspaceId: string; runId: string },
): Promise<ImportRunRow | undefined> {
  return firstRow(
    em,
    sql<ImportRunRow>`select ${columns} from import_run r join workspace w on w.id = r.workspace_id left join app_user u on u.id = r.created_by
    where r.workspace_id = ${workspaceId} and r.id = ${runId}`,
  );
}

/** For the workflow, which knows an import by its id alone. */
export function importRunById(em: Db, runId: string): Promise<ImportRunRow | undefined> {
  return firstRow(
    em,
    sql<ImportRunRow>`select ${columns} from import_run r join workspace w on w.id = r.workspace_id left join app_user u on u.id = r.created_by
    where r.id = ${runId}`,
  );
}

/** The imports of a workspace, newest first, 30 at a time; `before` is the last id of the page before. */
export function importRuns(
  em: Db,
  { workspaceId, before }: { workspaceId: string; before?: string | undefined },
): Promise<ImportRunRow[]> {
  return rows(
    em,
    sql<ImportRunRow>`select ${columns} from import_run r join workspace w on w.id = r.workspace_id left join app_user u on u.id = r.created_by
    where r.workspace_id = ${workspaceId} and (${before ?? null}::uuid is null or r.id < ${before ?? null}::uuid)
    order by r.id desc limit 31`,
  );
}

/**
 * The day when this very file was first given to the workspace: what it says of consent without a date
 * was said by then, and not again each time the file is uploaded.
 */
export async function firstUploadedOn(em: Db, run: ImportRunRow): Promise<IsoDate> {
  const first = await firstRow<{ day: IsoDate }>(
    em,
    sql`select (min(created_at) at time zone ${run.zone})::date::text as day from import_run
    where workspace_id = ${run.workspaceId} and blob_sha256 = ${run.blobSha256}`,
  );
  if (!first) throw new Error('An import has a file.');
  return first.day;
}
