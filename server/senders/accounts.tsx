import { Hono, type Context } from 'hono';
import { validate as isUuid } from 'uuid';
import { z } from 'zod';
import { accountList, orderCheck, rotateToken } from '#db/senders/accounts.ts';
import { rotateKey } from '#db/senders/openphone-account.ts';
import { may } from '#domain/access/permissions.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { conflict } from '#server/http/errors.tsx';
import { parseForm, refused } from '#server/http/parse-form.ts';
import { fragment, moveTo, respond } from '#server/http/respond.tsx';
import { allow } from '#server/session/allow.ts';
import { formOf, type FormState } from '#web/kit/form-state.ts';
import { paths } from '#web/paths.ts';
import { AccountList, AccountsPage } from '#web/senders/accounts-page.tsx';
import { SecretsDialog } from '#web/senders/secrets-dialog.tsx';
import { apiKey, token, webhookSecret, withoutSecrets } from './account-secrets.ts';
import { newAccountRoutes } from './new-account.tsx';

/** Accounts at the providers. Their secrets go in and never come out. */
export function accountRoutes(deps: AppDeps): Hono<AppEnv> {
  const { database } = deps;
  return new Hono<AppEnv>()
    .route('/', newAccountRoutes(deps))
    .get('/senders/accounts', async (c) => {
      const list = await listOf(c, deps);
      return respond(c, {
        full: () => <AccountsPage {...list} />,
        partial: () => <AccountList {...list} />,
      });
    })
    .get('/senders/accounts/:id/token', allow('account.write'), async (c) => {
      const account = await accountOf(c);
      if (!account) return c.notFound();
      return fragment(c, <SecretsDialog ui={c.var.ui} form={formOf()} account={account} />);
    })
    .post('/senders/accounts/:id/token', allow('account.write'), (c) => replaceSecrets(c, deps))
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

async function replaceSecrets(c: Context<AppEnv>, { database, env }: AppDeps): Promise<Response> {
  const { ui, seat } = c.var;
  const account = await accountOf(c);
  if (!account) return c.notFound();
  const again = (form: FormState) =>
    fragment(c, <SecretsDialog ui={ui} form={withoutSecrets(form)} account={account} />, 422);
  const orderOf = (orderId: string) => ({
    workspaceId: seat.workspaceId,
    userId: seat.userId,
    orderId,
    accountId: account.id,
  });
  const secret = env.APP_SECRET;
  if (account.provider === 'twilio') {
    const posted = await parseForm(c, z.object({ order: z.uuid(), token: token(ui.t) }));
    if (!posted.ok) return again(posted.form);
    const { order, token: authToken } = posted.value;
    await database.transaction((em) => rotateToken(em, orderOf(order), { authToken, secret }));
    return moveTo(c, paths.accounts());
  }
  const posted = await parseForm(
    c,
    z.object({ order: z.uuid(), apiKey: apiKey(ui.t), webhookSecret: webhookSecret(ui.t) }),
  );
  if (!posted.ok) return again(posted.form);
  const { order, ...given } = posted.value;
  const outcome = await database.transaction((em) =>
    rotateKey(em, orderOf(order), { ...given, secret }),
  );
  if (outcome !== 'taken') return moveTo(c, paths.accounts());
  return again(refused(posted.form, { apiKey: ui.t.senders.accounts.keyTaken }));
}
