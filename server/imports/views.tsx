import type { Context } from 'hono';
import { validate as isUuid } from 'uuid';
import { may } from '#domain/access/permissions.ts';
import { rejectedRows } from '#db/imports/rejected.ts';
import { importRun, type ImportRunRow } from '#db/imports/runs.ts';
import type { AppEnv } from '#server/context.ts';
import { fragment, respond } from '#server/http/respond.tsx';
import { MappingForm, PreparePage } from '#web/imports/prepare.tsx';
import { PreviewPanel } from '#web/imports/preview.tsx';
import { ProgressNews, ProgressPage } from '#web/imports/progress.tsx';
import type { FormState } from '#web/kit/form-state.ts';
import { prepared, running } from './present.ts';

const SHOWN_REJECTIONS = 20;

/** The import that the address names, in the workspace of the seat. */
export async function runOf(c: Context<AppEnv>): Promise<ImportRunRow | undefined> {
  const runId = c.req.param('id') ?? '';
  if (!isUuid(runId)) return undefined;
  return importRun(c.var.em, { workspaceId: c.var.seat.workspaceId, runId });
}

/** The page of an import: before it is started, or since. */
export async function runPage(c: Context<AppEnv>, run: ImportRunRow): Promise<Response> {
  const { ui } = c.var;
  if (run.state === 'mapping') {
    return respond(c, { full: <PreparePage ui={ui} prepared={prepared(run, seen(c))} /> });
  }
  return respond(c, { full: <ProgressPage ui={ui} running={await runningOf(c, run)} /> });
}

/** How far it has come, as a fragment. */
export async function progress(c: Context<AppEnv>, run: ImportRunRow): Promise<Response> {
  return fragment(c, <ProgressNews ui={c.var.ui} running={await runningOf(c, run)} />);
}

async function runningOf(c: Context<AppEnv>, run: ImportRunRow) {
  const { workspaceId } = c.var.seat;
  const isOver = run.state !== 'running' && run.state !== 'paused';
  const rejected = isOver
    ? await rejectedRows(c.var.em, {
        workspaceId,
        runId: run.id,
        after: 0,
        limit: SHOWN_REJECTIONS,
      })
    : [];
  return running(run, { rejected, ...seen(c) });
}

const seen = (c: Context<AppEnv>) => ({
  ui: c.var.ui,
  mayImport: may(c.var.seat.role, 'import.write'),
});

export const mappingForm = (c: Context<AppEnv>, run: ImportRunRow) => (
  <MappingForm ui={c.var.ui} prepared={prepared(run, seen(c))} />
);

export const previewPanel = (c: Context<AppEnv>, run: ImportRunRow) => (
  <PreviewPanel
    ui={c.var.ui}
    runId={run.id}
    preview={run.preview}
    revision={run.options.revision}
  />
);

/** The choices again, with what is wrong with them. */
export function refuseOptions(
  c: Context<AppEnv>,
  run: ImportRunRow,
  form: FormState,
): Promise<Response> {
  const { ui } = c.var;
  const props = prepared(run, { ...seen(c), form });
  return respond(c, {
    full: <PreparePage ui={ui} prepared={props} />,
    partial: <MappingForm ui={ui} prepared={props} />,
    status: 422,
  });
}
