import { Hono } from 'hono';
import { z } from 'zod';
import { hashPassword, passwordMatches } from '#db/access/password.ts';
import { closeOtherSessions } from '#db/access/sessions.ts';
import { changePassword, userByEmail } from '#db/access/users.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { parseForm, refused } from '#server/http/parse-form.ts';
import { fragment } from '#server/http/respond.tsx';
import { createSignInLimit } from '#server/session/sign-in-limit.ts';
import { visitorAddress } from '#server/session/visitor-address.ts';
import { enter } from '#server/sign-in/enter.ts';
import { givenPassword, newPassword } from '#server/sign-in/password-schema.ts';
import { formOf, type FormState } from '#web/kit/form-state.ts';
import { ToastPartial } from '#web/kit/toast.tsx';
import { PasswordForm } from '#web/settings/profile-page.tsx';

const schema = z.object({ current: givenPassword, password: newPassword });

/** A new password, against the present one; all other sessions end. */
export function passwordRoutes(deps: AppDeps): Hono<AppEnv> {
  const limit = createSignInLimit(deps.database);
  return new Hono<AppEnv>().post('/settings/password', async (c) => {
    const { ui, seat, em } = c.var;
    const again = (form: FormState) => fragment(c, <PasswordForm ui={ui} form={form} />, 422);
    const posted = await parseForm(c, schema);
    if (!posted.ok) return again(posted.form);
    const who = { email: seat.email, ip: visitorAddress(c, deps.env) };
    const wait = await limit.attempt(who);
    if (wait !== null) return again(refused(posted.form, { current: ui.t.signIn.wait(wait) }));
    const user = await userByEmail(em, seat.email);
    if (!(await passwordMatches(posted.value.current, user?.passwordHash ?? null))) {
      return again(refused(posted.form, { current: ui.t.settings.profile.currentWrong }));
    }
    await limit.succeeded(who);
    await renew(deps, seat.userId, posted.value.password);
    await enter(c, deps, seat);
    return fragment(
      c,
      <>
        <PasswordForm ui={ui} form={formOf()} />
        <ToastPartial dismiss={ui.t.shell.dismiss}>{ui.t.settings.profile.changed}</ToastPartial>
      </>,
    );
  });
}

async function renew({ database }: AppDeps, userId: string, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await database.transaction(async (em) => {
    await changePassword(em, { userId, passwordHash });
    await closeOtherSessions(em, { userId, keep: null });
  });
}
