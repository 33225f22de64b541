import type { Context } from 'hono';
import { byteOrderMark, csvLine } from '#domain/imports/csv-line.ts';
import { rejectedRows } from '#db/imports/rejected.ts';
import type { ImportRunRow } from '#db/imports/runs.ts';
import type { AppEnv } from '#server/context.ts';
import { sendCsv } from '#server/http/send-csv.ts';

const AT_ONCE = 1000;

/** The rejected rows as they stood in the list, so that they can be corrected and imported again. */
export function rejectedCsv(c: Context<AppEnv>, run: ImportRunRow): Response {
  const name = `${run.fileName.replace(/\.[^.]*$/, '')} rejected.csv`;
  return sendCsv(c, name, lines(c, run));
}

async function* lines(c: Context<AppEnv>, run: ImportRunRow): AsyncGenerator<string> {
  const { imports } = c.var.ui.t;
  const { rowColumn, reasonColumn } = imports.progress;
  const { header } = run.inspection;
  yield byteOrderMark + csvLine([...header, rowColumn, reasonColumn]);
  for (let after = 0; ;) {
    const { workspaceId, id: runId } = run;
    const rows = await rejectedRows(c.var.em, { workspaceId, runId, after, limit: AT_ONCE });
    for (const { number, reason, cells } of rows) {
      const filled = [
        ...cells,
        ...Array.from<string>({ length: Math.max(0, header.length - cells.length) }).fill(''),
      ];
      yield csvLine([...filled, number, imports.rejections[reason].why]);
    }
    after = rows.at(-1)?.number ?? after;
    if (rows.length < AT_ONCE) return;
  }
}
