import { Hono } from 'hono';
import { z } from 'zod';
import { useLink } from '#db/access/links.ts';
import { hashPassword } from '#db/access/password.ts';
import { anyUser, ensureUser } from '#db/access/users.ts';
import { createWorkspace, giveSeat } from '#db/access/workspaces.ts';
import type { AppDeps } from '#server/context.ts';
import type { HttpEnv } from '#server/http/env.ts';
import { parseForm, refused } from '#server/http/parse-form.ts';
import { respond } from '#server/http/respond.tsx';
import { formOf, type FormState } from '#web/kit/form-state.ts';
import { paths } from '#web/paths.ts';
import { SetupPage } from '#web/sign-in/setup-page.tsx';
import type { Ui } from '#web/ui.ts';
import { enter } from './enter.ts';
import { email, newPassword } from './password-schema.ts';
import { zones } from './zones.ts';

const schema = z.object({
  code: z.string().trim().min(1),
  workspace: z.string().trim().min(1).max(100),
  zone: z.enum(zones),
  mode: z.enum(['sandbox', 'live']).optional(),
  name: z.string().trim().min(1).max(100),
  email,
  password: newPassword,
});

type Setup = z.output<typeof schema>;

/** The first owner of an installation where nobody has an account; afterwards these pages are gone. */
export function setupRoutes(deps: AppDeps): Hono<HttpEnv> {
  const { database, env } = deps;
  const page = (ui: Ui, form: FormState) => (
    <SetupPage ui={ui} form={form} zones={zones} sandbox={env.SANDBOX_URL !== undefined} />
  );
  return new Hono<HttpEnv>()
    .get('/setup', async (c) => {
      if (await anyUser(database.fork())) return c.redirect(paths.signIn(), 303);
      const form = formOf({ code: c.req.query('code'), zone: 'America/New_York' });
      return respond(c, { full: page(c.var.ui, form) });
    })
    .post('/setup', async (c) => {
      const { ui } = c.var;
      if (await anyUser(database.fork())) return c.redirect(paths.signIn(), 303);
      const posted = await parseForm(c, schema);
      if (!posted.ok) return respond(c, { full: page(ui, posted.form), status: 422 });
      const mode = env.SANDBOX_URL ? (posted.value.mode ?? 'sandbox') : 'live';
      const first = await makeFirst(deps, posted.value, mode);
      if (!first) {
        const form = refused(posted.form, { code: ui.t.signIn.setup.codeWrong });
        return respond(c, { full: page(ui, form), status: 422 });
      }
      await enter(c, deps, first);
      return c.redirect(paths.today(), 303);
    });
}

async function makeFirst({ database }: AppDeps, setup: Setup, mode: 'sandbox' | 'live') {
  const passwordHash = await hashPassword(setup.password);
  return database.transaction(async (em) => {
    const link = await useLink(em, { kind: 'owner', token: setup.code });
    if (!link || (await anyUser(em))) return undefined;
    const { zone, workspace: name } = setup;
    const workspaceId = await createWorkspace(em, { name, mode, zone });
    const userId = await ensureUser(em, { email: setup.email, name: setup.name, passwordHash });
    await giveSeat(em, { workspaceId, userId, role: 'owner' });
    return { userId, workspaceId };
  });
}
