import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { passwordMatches } from '#db/access/password.ts';
import { closeSession } from '#db/access/sessions.ts';
import { hashToken } from '#db/access/token.ts';
import { userByEmail } from '#db/access/users.ts';
import type { AppDeps } from '#server/context.ts';
import type { HttpEnv } from '#server/http/env.ts';
import { parseForm, refused } from '#server/http/parse-form.ts';
import { fragment, moveTo, respond, wantsPartial } from '#server/http/respond.tsx';
import { dropSessionCookie, readSessionCookie } from '#server/session/cookie.ts';
import { nextPage } from '#server/session/next-page.ts';
import { createSignInLimit } from '#server/session/sign-in-limit.ts';
import { visitorAddress } from '#server/session/visitor-address.ts';
import { formOf, type FormState } from '#web/kit/form-state.ts';
import { paths } from '#web/paths.ts';
import { SignInForm, SignInPage } from '#web/sign-in/sign-in-page.tsx';
import { enter } from './enter.ts';
import { email, givenPassword } from './password-schema.ts';

const schema = z.object({ email, password: givenPassword, next: z.string().optional() });

/** In and out. */
export function signInRoutes(deps: AppDeps): Hono<HttpEnv> {
  const limit = createSignInLimit(deps.database);
  return new Hono<HttpEnv>()
    .get('/sign-in', (c) => {
      const { t } = c.var.ui;
      const told = { out: t.signIn.signedOut, changed: t.signIn.changed }[
        c.req.query('after') ?? ''
      ];
      const form = formOf({ next: c.req.query('next') });
      return respond(c, { full: <SignInPage ui={c.var.ui} form={form} told={told} /> });
    })
    .post('/sign-in', async (c) => {
      const posted = await parseForm(c, schema);
      if (!posted.ok) return again(c, posted.form, 422);
      const who = { email: posted.value.email, ip: visitorAddress(c, deps.env) };
      const { t } = c.var.ui;
      const wait = await limit.attempt(who);
      if (wait !== null) {
        c.header('Retry-After', String(Math.ceil(wait / 1000)));
        return again(c, refused(posted.form, { '': t.signIn.wait(wait) }), 429);
      }
      const user = await userByEmail(deps.database.fork(), who.email);
      const matches = await passwordMatches(posted.value.password, user?.passwordHash ?? null);
      if (!user || !matches) return again(c, refused(posted.form, { '': t.signIn.wrong }), 422);
      await limit.succeeded(who);
      await enter(c, deps, { userId: user.id });
      return moveTo(c, nextPage(posted.value.next));
    })
    .post('/sign-out', async (c) => {
      const token = readSessionCookie(c, deps.env);
      if (token) await deps.database.transaction((em) => closeSession(em, hashToken(token)));
      dropSessionCookie(c, deps.env);
      return moveTo(c, paths.signIn({ after: 'out' }));
    });
}

function again(c: Context<HttpEnv>, form: FormState, status: 422 | 429): Promise<Response> {
  const ui = c.get('ui');
  // A password never travels back.
  const kept = { ...form, values: { ...form.values, password: undefined } };
  if (wantsPartial(c)) return fragment(c, <SignInForm ui={ui} form={kept} />, status);
  return respond(c, { full: <SignInPage ui={ui} form={kept} />, status });
}
