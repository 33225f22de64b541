import { Hono } from 'hono';
import { z } from 'zod';
import { makeLink, openLink, useLink } from '#db/access/links.ts';
import { hashPassword } from '#db/access/password.ts';
import { closeOtherSessions } from '#db/access/sessions.ts';
import { changePassword, sitsInSandboxesOnly, userByEmail } from '#db/access/users.ts';
import type { AppDeps } from '#server/context.ts';
import type { HttpEnv } from '#server/http/env.ts';
import { parseForm } from '#server/http/parse-form.ts';
import { respond } from '#server/http/respond.tsx';
import { formOf } from '#web/kit/form-state.ts';
import { paths } from '#web/paths.ts';
import { ForgottenAnswerPage, ForgottenPage } from '#web/sign-in/forgotten-page.tsx';
import { LinkGonePage } from '#web/sign-in/link-gone-page.tsx';
import { ResetPage } from '#web/sign-in/reset-page.tsx';
import { email, newPassword } from './password-schema.ts';

/** Back in without a password: a link is asked for, or a link from the members page is used. */
export function forgottenRoutes(deps: AppDeps): Hono<HttpEnv> {
  const { database } = deps;
  return new Hono<HttpEnv>()
    .get('/forgotten-password', (c) =>
      respond(c, { full: <ForgottenPage ui={c.var.ui} form={formOf()} /> }),
    )
    .post('/forgotten-password', async (c) => {
      const { ui } = c.var;
      const posted = await parseForm(c, z.object({ email }));
      if (!posted.ok) {
        return respond(c, { full: <ForgottenPage ui={ui} form={posted.form} />, status: 422 });
      }
      const token = await linkForSandboxUser(deps, posted.value.email);
      return respond(c, { full: <ForgottenAnswerPage ui={ui} token={token} /> });
    })
    .get('/reset/:token', async (c) => {
      const { ui } = c.var;
      const token = c.req.param('token');
      const link = await openLink(database.fork(), { kind: 'reset', token });
      if (!link?.email)
        return respond(c, { full: <LinkGonePage ui={ui} kind="reset" />, status: 404 });
      const page = <ResetPage ui={ui} token={token} email={link.email} form={formOf()} />;
      return respond(c, { full: page });
    })
    .post('/reset/:token', async (c) => {
      const { ui } = c.var;
      const token = c.req.param('token');
      const link = await openLink(database.fork(), { kind: 'reset', token });
      if (!link?.email)
        return respond(c, { full: <LinkGonePage ui={ui} kind="reset" />, status: 404 });
      const posted = await parseForm(c, z.object({ password: newPassword }));
      if (!posted.ok) {
        const page = <ResetPage ui={ui} token={token} email={link.email} form={posted.form} />;
        return respond(c, { full: page, status: 422 });
      }
      await resetPassword(deps, token, posted.value.password);
      return c.redirect(paths.signIn({ after: 'changed' }), 303);
    });
}

// Where the installation is a sandbox there is nobody to protect, and no e-mail that could be sent.
async function linkForSandboxUser({ database, env }: AppDeps, email: string) {
  if (!env.SANDBOX_URL) return undefined;
  return database.transaction(async (em) => {
    const user = await userByEmail(em, email);
    if (!user || !(await sitsInSandboxesOnly(em, user.id))) return undefined;
    return makeLink(em, { kind: 'reset', userId: user.id, email: user.email });
  });
}

async function resetPassword({ database }: AppDeps, token: string, password: string) {
  const passwordHash = await hashPassword(password);
  await database.transaction(async (em) => {
    const link = await useLink(em, { kind: 'reset', token });
    if (!link?.userId) return;
    await changePassword(em, { userId: link.userId, passwordHash });
    await closeOtherSessions(em, { userId: link.userId, keep: null });
  });
}
