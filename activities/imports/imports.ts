import { Context } from '@temporalio/activity';
import type { ImportFailure } from '#domain/imports/run.ts';
import { BlobGone, type BlobStore } from '#db/blobs.ts';
import { removeUnneeded } from '#db/blobs/keep.ts';
import { BrokenCsv } from '#db/imports/csv.ts';
import { completeImport, failImport, knowNewRows } from '#db/imports/progress.ts';
import { firstUploadedOn, importRunById, type ImportRunRow } from '#db/imports/runs.ts';
import { writePage } from '#db/imports/write-page.ts';
import type { Database } from '#db/orm.ts';
import { failpoint } from '#db/process/failpoint.ts';
import type { ImportActivities, ImportAdvance } from '#workflows/imports/activities.ts';
import { alive } from '../alive.ts';
import { countPreview, previewedRows } from './preview.ts';
import { readPages, type ReadPage } from './read-pages.ts';

export interface ImportWorld {
  database: Database;
  blobs: BlobStore;
}

/** Rows a transaction: short enough that nobody waits long for a row it holds. */
const PAGE_ROWS = 500;

/** What the workflows of imports ask of the world. */
export function createImportActivities({ database, blobs }: ImportWorld): ImportActivities {
  return { advanceImport: ({ importRunId }) => alive(() => advance(importRunId)) };

  async function advance(id: string): Promise<ImportAdvance> {
    for (;;) {
      const run = await importRunById(database.fork(), id);
      if (!run) return { kind: 'over', state: 'cancelled' };
      switch (run.state) {
        case 'mapping':
          if (await orFail(run, () => preview(run))) return { kind: 'previewed' };
          break;
        case 'running':
          await orFail(run, () => writeOn(run));
          break;
        case 'paused':
          return { kind: 'paused' };
        case 'complete':
        case 'failed':
        case 'cancelled':
          // It names people, and nobody needs it any more: what was rejected lies in the rows.
          await removeUnneeded({ database, blobs }, run.blobSha256);
          return { kind: 'over', state: run.state };
      }
    }
  }

  async function preview(run: ImportRunRow): Promise<boolean> {
    if (run.preview?.state === 'ready' && run.preview.revision === run.options.revision)
      return true;
    return countPreview(database, run, await pagesOf(run, PAGE_ROWS, previewedRows));
  }

  /** Writes until the file ends, or until the row says otherwise: then the caller looks at it again. */
  async function writeOn(run: ImportRunRow): Promise<boolean> {
    let began = performance.now();
    for await (const page of await pagesOf(run, PAGE_ROWS)) {
      const rowsPerSecond = Math.round((page.rows.length * 1000) / (performance.now() - began));
      const written = await database.transaction((em) =>
        writePage(em, run, { ...page, rowsPerSecond }),
      );
      failpoint('import.written');
      if (written.kind === 'elsewhere') return false;
      if (isTurningPoint(page.rows)) await knowNewRows(database.fork());
      Context.current().cancellationSignal.throwIfAborted();
      began = performance.now();
    }
    return database.transaction((em) => completeImport(em, run));
  }

  async function pagesOf(run: ImportRunRow, size: number, readUpTo?: number) {
    const statedBy = await firstUploadedOn(database.fork(), run);
    return readPages({ run, blobs, size, statedBy, ...(readUpTo ? { readUpTo } : {}) });
  }

  async function orFail(run: ImportRunRow, work: () => Promise<boolean>): Promise<boolean> {
    try {
      return await work();
    } catch (error) {
      const failure = failureOf(error);
      if (!failure) throw error;
      await database.transaction((em) => failImport(em, run, failure));
      return false;
    }
  }
}

/** After 1, 4, 16, ... pages: so often that the planner is never far wrong, so seldom that it costs little. */
function isTurningPoint(rows: ReadPage['rows']): boolean {
  const pages = Math.ceil((rows.at(-1)?.row ?? 0) / PAGE_ROWS);
  return Number.isInteger(Math.log2(pages) / 2);
}

/** What no further try can mend. */
function failureOf(error: unknown): ImportFailure | null {
  if (error instanceof BrokenCsv) return 'not-a-list';
  if (error instanceof BlobGone) return 'file-gone';
  const { code, syscall } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' && syscall === 'open' ? 'file-gone' : null;
}
