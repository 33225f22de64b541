import { randomBytes } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { addAccount } from '#db/senders/accounts.ts';
import { addOpenPhone } from '#db/senders/openphone-account.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { parseForm, refused } from '#server/http/parse-form.ts';
import { fragment, moveTo, respond } from '#server/http/respond.tsx';
import { allow } from '#server/session/allow.ts';
import type { Catalogue } from '#web/catalogue/en.ts';
import { formOf, type FormState } from '#web/kit/form-state.ts';
import { paths } from '#web/paths.ts';
import { NewAccountPage, NewOpenPhoneForm, NewTwilioForm } from '#web/senders/new-account-page.tsx';
import { apiKey, token, webhookSecret, withoutSecrets } from './account-secrets.ts';

const name = z.string().trim().min(1).max(80);

const twilioSchema = (t: Catalogue) =>
  z.object({
    order: z.uuid(),
    name,
    sid: z
      .string()
      .trim()
      .regex(/^AC[0-9a-f]{32}$/i, t.senders.accounts.sidWrong),
    token: token(t),
  });

const openPhoneSchema = (t: Catalogue) =>
  z.object({ order: z.uuid(), name, apiKey: apiKey(t), webhookSecret: webhookSecret(t) });

/** An account of either provider is made known; each has a form of its own. */
export function newAccountRoutes(deps: AppDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/senders/accounts/new', allow('account.write'), (c) => show(c, 'twilio'))
    .get('/senders/accounts/new/openphone', allow('account.write'), (c) => show(c, 'openphone'))
    .post('/senders/accounts', allow('account.write'), (c) => addTwilio(c, deps))
    .post('/senders/accounts/openphone', allow('account.write'), (c) => connect(c, deps));
}

const show = (c: Context<AppEnv>, provider: 'twilio' | 'openphone') =>
  respond(c, { full: <NewAccountPage ui={c.var.ui} provider={provider} form={formOf()} /> });

async function addTwilio(c: Context<AppEnv>, { database, env }: AppDeps): Promise<Response> {
  const { ui, seat } = c.var;
  const posted = await parseForm(c, twilioSchema(ui.t));
  const again = (form: FormState) =>
    fragment(c, <NewTwilioForm ui={ui} form={withoutSecrets(form)} />, 422);
  if (!posted.ok) return again(posted.form);
  const { order: orderId, name, sid, token: authToken } = posted.value;
  const { workspaceId, userId } = seat;
  const outcome = await database.transaction((em) =>
    addAccount(
      em,
      { workspaceId, userId, orderId },
      {
        provider: 'twilio',
        name,
        externalId: sid,
        credentials: { authToken },
        key: keyOf(name),
        secret: env.APP_SECRET,
      },
    ),
  );
  if (outcome === 'done') return moveTo(c, paths.accounts());
  return again(refused(posted.form, { sid: ui.t.senders.accounts.taken }));
}

async function connect(c: Context<AppEnv>, { database, env }: AppDeps): Promise<Response> {
  const { ui, seat } = c.var;
  const posted = await parseForm(c, openPhoneSchema(ui.t));
  const again = (form: FormState) =>
    fragment(c, <NewOpenPhoneForm ui={ui} form={withoutSecrets(form)} />, 422);
  if (!posted.ok) return again(posted.form);
  const { order: orderId, ...given } = posted.value;
  const { workspaceId, userId } = seat;
  const account = { ...given, key: keyOf(given.name), secret: env.APP_SECRET };
  const outcome = await database.transaction((em) =>
    addOpenPhone(em, { workspaceId, userId, orderId }, account),
  );
  if (outcome === 'done') return moveTo(c, paths.accounts());
  return again(refused(posted.form, { apiKey: ui.t.senders.accounts.keyTaken }));
}

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
