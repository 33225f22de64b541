import { Hono } from 'hono';
import type { Context } from 'hono';
import { validate as isUuid } from 'uuid';
import { may } from '#domain/access/permissions.ts';
import { historyDifferences } from '#db/history/differences.ts';
import { historyProblems } from '#db/history/shown-problems.ts';
import { historyAccounts, shownImports } from '#db/history/shown-imports.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { respond } from '#server/http/respond.tsx';
import { DifferencesPage } from '#web/history/differences.tsx';
import { HistoryList, HistoryPage } from '#web/history/list.tsx';
import { ProblemsPage } from '#web/history/problems.tsx';
import { paths } from '#web/paths.ts';
import { missingCsv } from './missing-csv.ts';
import { newHistoryRoutes } from './new.tsx';
import { historyOrderRoutes } from './orders.tsx';
import { presented, runAnswer, runOf } from './views.tsx';

const importsAPage = 30;
const problemsAPage = 50;
const differencesAPage = 25;
const namedEach = 5;
const byId = '/history/:id{[0-9a-f-]{36}}';

/** The telephone's past: imports, how far they are, their proof. Everybody may look. */
export const historyRoutes = (deps: AppDeps): Hono<AppEnv> =>
  new Hono<AppEnv>()
    .route('/', newHistoryRoutes(deps))
    .route('/', historyOrderRoutes(deps))
    .get('/history', (c) => listPage(c))
    .get(byId, async (c) => {
      const run = await runOf(c, deps);
      return run ? runAnswer(c, run) : c.notFound();
    })
    .get(`${byId}/problems`, (c) => problemsPage(c, deps))
    .get(`${byId}/differences`, (c) => differencesPage(c, deps))
    .get(`${byId}/missing.csv`, async (c) => {
      const run = await runOf(c, deps);
      return run ? missingCsv(c, run) : c.notFound();
    });

async function listPage(c: Context<AppEnv>): Promise<Response> {
  const { ui, em, seat } = c.var;
  const { workspaceId, role } = seat;
  const show = c.req.query('show') === 'upkeep' ? ('upkeep' as const) : ('whole' as const);
  const query = show === 'upkeep' ? { show } : {};
  const before = known(c.req.query('before'));
  const found = await shownImports(em, { workspaceId, show, before, limit: importsAPage + 1 });
  const imports = found.slice(0, importsAPage).map((row) => presented(row));
  const last = imports.at(-1)?.id;
  const accounts = await historyAccounts(em, workspaceId);
  const props = {
    ui,
    imports,
    show,
    hasAccount: accounts.length > 0,
    mayWrite: may(role, 'history.write'),
    mayConnect: may(role, 'account.write'),
    firstHref: before && paths.historyImports(query),
    nextHref:
      found.length > importsAPage ? paths.historyImports({ ...query, before: last }) : undefined,
  };
  return respond(c, {
    full: () => <HistoryPage {...props} />,
    partial: () => <HistoryList {...props} />,
  });
}

async function problemsPage(c: Context<AppEnv>, deps: AppDeps): Promise<Response> {
  const { ui, em, seat } = c.var;
  const run = await runOf(c, deps);
  if (!run) return c.notFound();
  const asked = { workspaceId: seat.workspaceId, importId: run.id };
  const after = known(c.req.query('after'));
  const found = await historyProblems(em, { ...asked, after, limit: problemsAPage + 1 });
  const problems = found.problems.slice(0, problemsAPage);
  const next =
    found.problems.length > problemsAPage
      ? paths.historyProblems(run.id, { after: problems.at(-1)?.id })
      : undefined;
  return respond(c, {
    full: (
      <ProblemsPage
        ui={ui}
        run={run}
        shown={{ ...found, problems }}
        firstHref={after && paths.historyProblems(run.id)}
        nextHref={next}
      />
    ),
  });
}

async function differencesPage(c: Context<AppEnv>, deps: AppDeps): Promise<Response> {
  const { ui, em, seat } = c.var;
  const run = await runOf(c, deps);
  if (!run) return c.notFound();
  const after = place(c.req.query('after'));
  const found = await historyDifferences(em, {
    workspaceId: seat.workspaceId,
    importId: run.id,
    after,
    limit: differencesAPage + 1,
    named: namedEach,
  });
  const differences = found.differences.slice(0, differencesAPage);
  const last = differences.at(-1);
  const next =
    last && found.differences.length > differencesAPage
      ? paths.historyDifferences(run.id, { after: `${last.missingInAll}.${last.externalId}` })
      : undefined;
  return respond(c, {
    full: (
      <DifferencesPage
        ui={ui}
        run={run}
        shown={{ ...found, differences }}
        firstHref={after && paths.historyDifferences(run.id)}
        nextHref={next}
      />
    ),
  });
}

const known = (id: string | undefined): string | undefined => (id && isUuid(id) ? id : undefined);

/** "12.CN…": how many are missing in the last conversation shown, and its id. */
function place(after: string | undefined) {
  const [, missing, externalId] = /^(\d{1,9})\.(.+)$/.exec(after ?? '') ?? [];
  return missing && externalId ? { missingInAll: Number(missing), externalId } : undefined;
}
