import { Hono } from 'hono';
import type { Context } from 'hono';
import { usualSpeed } from '#domain/history/run.ts';
import { instantOf } from '#domain/sending/local-time.ts';
import { openHistoryImport } from '#db/history/open-import.ts';
import { historyAccounts } from '#db/history/shown-imports.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { parseForm, refused } from '#server/http/parse-form.ts';
import { moveTo, respond } from '#server/http/respond.tsx';
import { allow } from '#server/session/allow.ts';
import { NewHistoryForm, NewHistoryPage } from '#web/history/new-page.tsx';
import { formOf, type FormState } from '#web/kit/form-state.ts';
import { paths } from '#web/paths.ts';
import { newHistorySchema } from './new-form.ts';

const mayWrite = allow('history.write');

/** Starts an import: which account, since when, how fast. The id of the order is that of the import. */
export function newHistoryRoutes({ database }: AppDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/history/new', mayWrite, (c) => {
      const accountId = c.req.query('account');
      const perSecond = String(usualSpeed);
      return formAnswer(c, formOf({ accountId, perSecond }), 200);
    })
    .post('/history', mayWrite, async (c) => {
      const { ui, seat } = c.var;
      const posted = await parseForm(c, newHistorySchema(ui.t));
      if (!posted.ok) return formAnswer(c, posted.form, 422);
      const { order: id, accountId, perSecond } = posted.value;
      const { workspaceId, userId } = seat;
      const words = ui.t.history.form;
      const since = sinceOf(c, posted.value);
      if (since && since > new Date()) {
        return formAnswer(c, refused(posted.form, { since: words.sinceAhead }), 422);
      }
      const opened = await database.transaction((em) =>
        openHistoryImport(em, {
          id,
          workspaceId,
          accountId,
          kind: 'whole',
          since,
          userId,
          perSecond,
        }),
      );
      if (opened === 'opened') return moveTo(c, paths.historyImport(id));
      const why = opened === 'busy' ? words.running : words.unknown;
      return formAnswer(c, refused(posted.form, { accountId: why }), 422);
    });
}

/** The beginning of the day where the workspace is, on the provider's clock. */
function sinceOf(
  c: Context<AppEnv>,
  { span, since }: { span: string; since: string },
): Date | null {
  if (span === 'everything') return null;
  const { zone, clockOffsetMs } = c.var.workspace;
  return new Date(instantOf(since, 0, zone) - clockOffsetMs);
}

async function formAnswer(c: Context<AppEnv>, form: FormState, status: 200 | 422) {
  const { ui, em, seat } = c.var;
  const accounts = await historyAccounts(em, seat.workspaceId);
  const options = accounts.map(({ id, name }) => ({ value: id, label: name }));
  return respond(c, {
    full: () => <NewHistoryPage ui={ui} form={form} accounts={options} />,
    partial: () => <NewHistoryForm ui={ui} form={form} accounts={options} />,
    status,
  });
}
