import { Hono } from 'hono';
import { z } from 'zod';
import { openLink, useLink, type OpenLink } from '#db/access/links.ts';
import { hashPassword, passwordMatches } from '#db/access/password.ts';
import { ensureUser, userByEmail } from '#db/access/users.ts';
import { giveSeat } from '#db/access/workspaces.ts';
import type { AppDeps } from '#server/context.ts';
import type { HttpEnv } from '#server/http/env.ts';
import { parseForm, refused } from '#server/http/parse-form.ts';
import { respond } from '#server/http/respond.tsx';
import { createSignInLimit } from '#server/session/sign-in-limit.ts';
import { visitorAddress } from '#server/session/visitor-address.ts';
import { formOf, type FormState } from '#web/kit/form-state.ts';
import { paths } from '#web/paths.ts';
import { InvitationPage } from '#web/sign-in/invitation-page.tsx';
import { LinkGonePage } from '#web/sign-in/link-gone-page.tsx';
import type { Ui } from '#web/ui.ts';
import { enter } from './enter.ts';
import { givenPassword, newPassword } from './password-schema.ts';

const newcomer = z.object({ name: z.string().trim().min(1).max(100), password: newPassword });
const known = z.object({ name: z.string().default(''), password: givenPassword });

/** Taking a seat by the link of an invitation. */
export function invitationRoutes(deps: AppDeps): Hono<HttpEnv> {
  const limit = createSignInLimit(deps.database);
  return new Hono<HttpEnv>()
    .get('/invitations/:token', async (c) => {
      const { ui } = c.var;
      const invited = await findInvitation(deps, c.req.param('token'));
      if (!invited)
        return respond(c, { full: <LinkGonePage ui={ui} kind="invitation" />, status: 404 });
      return respond(c, { full: page(ui, invited, formOf()) });
    })
    .post('/invitations/:token', async (c) => {
      const { ui } = c.var;
      const invited = await findInvitation(deps, c.req.param('token'));
      if (!invited)
        return respond(c, { full: <LinkGonePage ui={ui} kind="invitation" />, status: 404 });
      const posted = await parseForm(c, invited.user ? known : newcomer);
      if (!posted.ok) return respond(c, { full: page(ui, invited, posted.form), status: 422 });
      const who = { email: invited.email, ip: visitorAddress(c, deps.env) };
      const wait = await limit.attempt(who);
      const refusal = wait === null ? undefined : ui.t.signIn.wait(wait);
      const { password } = posted.value;
      const isTheirs =
        !refusal && (!invited.user || (await passwordMatches(password, invited.user.passwordHash)));
      if (!isTheirs) {
        const form = refused(posted.form, { password: refusal ?? ui.t.signIn.wrong });
        return respond(c, { full: page(ui, invited, form), status: refusal ? 429 : 422 });
      }
      await limit.succeeded(who);
      const seat = await takeSeat(deps, invited, posted.value);
      if (!seat)
        return respond(c, { full: <LinkGonePage ui={ui} kind="invitation" />, status: 404 });
      await enter(c, deps, seat);
      return c.redirect(paths.today(), 303);
    });
}

interface Invited {
  token: string;
  link: OpenLink;
  email: string;
  user: { id: string; passwordHash: string | null } | null;
}

async function findInvitation({ database }: AppDeps, token: string): Promise<Invited | undefined> {
  const em = database.fork();
  const link = await openLink(em, { kind: 'invitation', token });
  if (!link?.email) return undefined;
  const found = await userByEmail(em, link.email);
  const user = found ? { id: found.id, passwordHash: found.passwordHash ?? null } : null;
  return { token, link, email: link.email, user };
}

function page(ui: Ui, { token, link, email, user }: Invited, form: FormState) {
  const invitation = {
    email,
    workspaceName: link.workspaceName ?? '',
    role: link.role ?? 'viewer',
  };
  return (
    <InvitationPage
      ui={ui}
      token={token}
      invitation={invitation}
      known={Boolean(user)}
      form={form}
    />
  );
}

async function takeSeat(
  { database }: AppDeps,
  { token, email, user }: Invited,
  { name, password }: { name: string; password: string },
): Promise<{ userId: string; workspaceId: string } | undefined> {
  const passwordHash = user ? null : await hashPassword(password);
  return database.transaction(async (em) => {
    const link = await useLink(em, { kind: 'invitation', token });
    if (!link?.workspaceId || !link.role) return undefined;
    // An account made meanwhile has a password of its own, which nobody has shown here.
    if (!user && (await userByEmail(em, email))) return undefined;
    const userId = user?.id ?? (await ensureUser(em, { email, name, passwordHash }));
    await giveSeat(em, { workspaceId: link.workspaceId, userId, role: link.role });
    return { userId, workspaceId: link.workspaceId };
  });
}
