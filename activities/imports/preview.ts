import type { ImportPreview } from '#domain/imports/run.ts';
import { noCounts } from '#domain/imports/outcome.ts';
import type { ReadRow } from '#domain/imports/read-row.ts';
import type { Database } from '#db/orm.ts';
import { savePreview } from '#db/imports/progress.ts';
import type { ImportRunRow } from '#db/imports/runs.ts';
import { planPage } from '#db/imports/write-page.ts';
import type { ReadPage } from './read-pages.ts';

/**
 * So many rows are planned for a preview: all of a usual list. Of a longer one the first are planned,
 * the rest only counted, and the page says so.
 */
export const previewedRows = 10_000;

/** A row of the database for so many rows of the file: enough for a page that looks each second. */
const SHOWN_EVERY = 2000;

/**
 * Counts what an import would do by doing all of it except the writing, the whole list as one page.
 * Reads the file to its end, so that one that cannot be read is known before anything is written.
 * @returns false where the options have changed meanwhile
 */
export async function countPreview(
  database: Database,
  run: ImportRunRow,
  pages: AsyncIterable<ReadPage>,
): Promise<boolean> {
  const planned: ReadRow[] = [];
  let rows = 0;
  for await (const page of pages) {
    rows += page.count;
    planned.push(...page.rows);
    if (rows % SHOWN_EVERY === 0) {
      const counting: ImportPreview = { ...tally(run, []), rows, state: 'counting' };
      if (!(await save(database, run, counting))) return false;
    }
  }
  const whole = rows === planned.length;
  const plan = await planPage(database.fork(), run, planned, { lock: false });
  return save(database, run, {
    ...tally(run, planned),
    rows: whole ? rows : planned.length,
    rowsTotal: rows,
    state: 'ready',
    whole,
    counts: plan.counts,
  });
}

const save = (database: Database, run: ImportRunRow, preview: ImportPreview): Promise<boolean> =>
  database.transaction((em) => savePreview(em, run, preview));

function tally(run: ImportRunRow, read: readonly ReadRow[]): ImportPreview {
  const rejected: Record<string, number> = {};
  const problems: Record<string, number> = {};
  for (const row of read) {
    if (row.kind === 'rejected') rejected[row.reason] = (rejected[row.reason] ?? 0) + 1;
    else
      for (const code of new Set(row.problems.map(problemKey)))
        problems[code] = (problems[code] ?? 0) + 1;
  }
  const { revision } = run.options;
  return {
    revision,
    state: 'counting',
    rows: read.length,
    rowsTotal: null,
    whole: false,
    counts: noCounts,
    rejected,
    problems,
  };
}

const problemKey = (problem: { code: string }): string => problem.code;
