import { randomBytes } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { validate as isUuid } from 'uuid';
import { z } from 'zod';
import { accountList, addAccount, orderCheck, rotateToken } from '#db/senders/accounts.ts';
import { may } from '#domain/access/permissions.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { conflict } from '#server/http/errors.tsx';
import { parseForm, refused } from '#server/http/parse-form.ts';
import { fragment, moveTo, respond } from '#server/http/respond.tsx';
import { allow } from '#server/session/allow.ts';
import type { Catalogue } from '#web/catalogue/en.ts';
import { formOf, type FormState } from '#web/kit/form-state.ts';
import { paths } from '#web/paths.ts';
import { NewAccountForm, NewAccountPage, TokenDialog } from '#web/senders/account-forms.tsx';
import { AccountList, AccountsPage } from '#web/senders/accounts-page.tsx';

const token = ({ senders: { accounts } }: Catalogue) =>
  z.string().trim().min(16, accounts.tokenShort).max(200);

const accountSchema = (t: Catalogue) =>
  z.object({
    order: z.uuid(),
    name: z.string().trim().min(1).max(80),
    sid: z
      .string()
      .trim()
      .regex(/^AC[0-9a-f]{32}$/i, t.senders.accounts.sidWrong),
    token: token(t),
  });

/** Accounts at the provider. Their secrets go in and never come out. */
export function accountRoutes(deps: AppDeps): Hono<AppEnv> {
  const { database, env } = deps;
  return new Hono<AppEnv>()
    .get('/senders/accounts', async (c) => {
      const list = await listOf(c, deps);
      return respond(c, {
        full: () => <AccountsPage {...list} />,
        partial: () => <AccountList {...list} />,
      });
    })
    .get('/senders/accounts/new', allow('account.write'), (c) =>
      respond(c, { full: <NewAccountPage ui={c.var.ui} form={formOf()} /> }),
    )
    .post('/senders/accounts', allow('account.write'), async (c) => {
      const { ui, seat } = c.var;
      const posted = await parseForm(c, accountSchema(ui.t));
      if (!posted.ok) {
        return fragment(c, <NewAccountForm ui={ui} form={withoutToken(posted.form)} />, 422);
      }
      const { order: orderId, name, sid, token: authToken } = posted.value;
      const { workspaceId, userId } = seat;
      const account = { name, sid, authToken, key: keyOf(name), secret: env.APP_SECRET };
      const outcome = await database.transaction((em) =>
        addAccount(em, { workspaceId, userId, orderId }, account),
      );
      if (outcome === 'done') return moveTo(c, paths.accounts());
      const form = refused(withoutToken(posted.form), { sid: ui.t.senders.accounts.taken });
      return fragment(c, <NewAccountForm ui={ui} form={form} />, 422);
    })
    .get('/senders/accounts/:id/token', allow('account.write'), async (c) => {
      const account = await accountOf(c);
      if (!account) return c.notFound();
      return fragment(c, <TokenDialog ui={c.var.ui} form={formOf()} account={account} />);
    })
    .post('/senders/accounts/:id/token', allow('account.write'), (c) => replaceToken(c, deps))
    .post('/senders/accounts/:id/test', allow('account.write'), async (c) => {
      const posted = await parseForm(c, z.object({ order: z.uuid() }));
      if (!posted.ok) return conflict(c, c.var.ui.t.errors.notUnderstood);
      const { workspaceId, userId } = c.var.seat;
      const accountId = c.req.param('id');
      if (!isUuid(accountId)) return c.notFound();
      const order = { workspaceId, userId, orderId: posted.value.order, accountId };
      const outcome = await database.transaction((em) => orderCheck(em, order));
      if (outcome === 'not-found') return c.notFound();
      if (c.req.header('HX-Request') !== 'true') return moveTo(c, paths.accounts());
      const list = await listOf(c, deps);
      return fragment(c, <AccountList {...list} />);
    });
}

async function listOf(c: Context<AppEnv>, { env }: AppDeps) {
  const { ui, em, seat } = c.var;
  return {
    ui,
    accounts: await accountList(em, seat.workspaceId),
    publicUrl: env.PUBLIC_URL,
    mayWrite: may(seat.role, 'account.write'),
  };
}

async function accountOf(c: Context<AppEnv>) {
  const accounts = await accountList(c.var.em, c.var.seat.workspaceId);
  return accounts.find(({ id }) => id === c.req.param('id'));
}

async function replaceToken(c: Context<AppEnv>, { database, env }: AppDeps): Promise<Response> {
  const { ui, seat } = c.var;
  const account = await accountOf(c);
  if (!account) return c.notFound();
  const posted = await parseForm(c, z.object({ order: z.uuid(), token: token(ui.t) }));
  if (!posted.ok) {
    const form = withoutToken(posted.form);
    return fragment(c, <TokenDialog ui={ui} form={form} account={account} />, 422);
  }
  const { order: orderId, token: authToken } = posted.value;
  const { workspaceId, userId } = seat;
  await database.transaction((em) =>
    rotateToken(
      em,
      { workspaceId, userId, orderId, accountId: account.id },
      { authToken, secret: env.APP_SECRET },
    ),
  );
  return moveTo(c, paths.accounts());
}

const withoutToken = ({ values, errors }: FormState): FormState => ({
  values: { ...values, token: '' },
  errors,
});

/** Stands in public addresses: readable, and not to be guessed from the name. */
function keyOf(name: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 24);
  return `${words || 'account'}-${randomBytes(4).toString('hex')}`;
}
