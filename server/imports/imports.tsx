import { Hono } from 'hono';
import type { Context } from 'hono';
import { validate as isUuid } from 'uuid';
import { may } from '#domain/access/permissions.ts';
import { importRuns } from '#db/imports/runs.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { fragment, moveTo, respond } from '#server/http/respond.tsx';
import { allow } from '#server/session/allow.ts';
import { ImportsPage } from '#web/imports/list.tsx';
import { paths } from '#web/paths.ts';
import { importOrderRoutes } from './orders.tsx';
import { rejectedCsv } from './rejected-csv.ts';
import { uploadRoutes } from './upload.tsx';
import { previewPanel, progress, runOf, runPage } from './views.tsx';

const RUNS_A_PAGE = 30;

/** Lists of contacts: upload, mapping and preview, progress, result. */
export const importRoutes = (deps: AppDeps): Hono<AppEnv> =>
  new Hono<AppEnv>()
    .route('/', uploadRoutes(deps))
    .route('/', importOrderRoutes(deps))
    .get('/imports', (c) => listPage(c))
    .get('/imports/:id', async (c) => {
      const run = await runOf(c);
      return run ? runPage(c, run) : c.notFound();
    })
    .get('/imports/:id/preview', async (c) => {
      const run = await runOf(c);
      if (!run) return c.notFound();
      if (run.state !== 'mapping') return moveTo(c, paths.importRun(run.id));
      return fragment(c, previewPanel(c, run));
    })
    .get('/imports/:id/progress', async (c) => {
      const run = await runOf(c);
      return run ? progress(c, run) : c.notFound();
    })
    .get('/imports/:id/rejected.csv', allow('contact.export'), async (c) => {
      const run = await runOf(c);
      return run ? rejectedCsv(c, run) : c.notFound();
    });

async function listPage(c: Context<AppEnv>): Promise<Response> {
  const { ui, em, seat } = c.var;
  const before = c.req.query('before');
  const known = before && isUuid(before) ? before : undefined;
  const runs = await importRuns(em, { workspaceId: seat.workspaceId, before: known });
  const shown = runs.slice(0, RUNS_A_PAGE);
  const last = shown.at(-1);
  const nextHref =
    runs.length > RUNS_A_PAGE && last ? `${paths.imports()}?before=${last.id}` : undefined;
  return respond(c, {
    full: (
      <ImportsPage
        ui={ui}
        imports={shown}
        mayImport={may(seat.role, 'import.write')}
        firstHref={known ? paths.imports() : undefined}
        nextHref={nextHref}
      />
    ),
  });
}
