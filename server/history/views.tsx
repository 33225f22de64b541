import type { Context } from 'hono';
import { validate as isUuid } from 'uuid';
import { may } from '#domain/access/permissions.ts';
import { historyPace } from '#domain/history/pace.ts';
import { workflowIds } from '#domain/names.ts';
import { historyDifferences } from '#db/history/differences.ts';
import { numberTallies } from '#db/history/number-tallies.ts';
import { historyProblems } from '#db/history/shown-problems.ts';
import { shownImport, type ShownImport } from '#db/history/shown-imports.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { fragment, respond } from '#server/http/respond.tsx';
import { engineUrl } from '#server/temporal/ui-url.ts';
import type { HistoryRun, HistoryView } from '#web/history/history-run.ts';
import { HistoryAnswer, HistoryNews, HistoryRunPage } from '#web/history/run-page.tsx';

/** What the page of an import shows of lists that have pages of their own. */
const shown = { problems: 10, differences: 10, named: 3 };

/** The import that the address names, in the workspace of the seat. */
export async function runOf(c: Context<AppEnv>, deps: AppDeps): Promise<HistoryRun | undefined> {
  const importId = c.req.param('id') ?? '';
  if (!isUuid(importId)) return undefined;
  const { em, seat } = c.var;
  const row = await shownImport(em, { workspaceId: seat.workspaceId, importId });
  return row && presented(row, engineUrl(deps.env, workflowIds.openphoneImport(row.id)));
}

export const presented = (row: ShownImport, url: string | null = null): HistoryRun => ({
  ...row,
  pace: historyPace(row, row.readAt),
  engineUrl: url,
});

/** The page of an import, or its region where only that is asked for. */
export async function runAnswer(c: Context<AppEnv>, run: HistoryRun): Promise<Response> {
  const { ui } = c.var;
  const view = await viewOf(c, run);
  return respond(c, {
    full: () => <HistoryRunPage ui={ui} view={view} />,
    partial: () => <HistoryNews ui={ui} view={view} />,
  });
}

/** How the import stands, as the answer to an order. */
export async function standing(c: Context<AppEnv>, run: HistoryRun): Promise<Response> {
  return fragment(c, <HistoryAnswer ui={c.var.ui} view={await viewOf(c, run)} />);
}

async function viewOf(c: Context<AppEnv>, run: HistoryRun): Promise<HistoryView> {
  const { em, seat } = c.var;
  const asked = { workspaceId: seat.workspaceId, importId: run.id };
  const numbers = await numberTallies(em, asked);
  const { named } = shown;
  return {
    run,
    numbers,
    compared: numbers.reduce((sum, { conversations }) => sum + conversations, 0),
    problems: await historyProblems(em, { ...asked, limit: shown.problems }),
    differences: await historyDifferences(em, { ...asked, limit: shown.differences, named }),
    mayWrite: may(seat.role, 'history.write'),
  };
}
