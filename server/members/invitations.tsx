import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { makeLink, openInvitations, withdrawInvitation } from '#db/access/links.ts';
import { isMember, seatById } from '#db/access/members.ts';
import { sitsOnlyIn } from '#db/access/users.ts';
import { roles, rolesGivenBy } from '#domain/access/role.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { conflict } from '#server/http/errors.tsx';
import { parseForm, refused } from '#server/http/parse-form.ts';
import { fragment } from '#server/http/respond.tsx';
import { onWorkspaceClock } from '#server/settings/workspace-clock.ts';
import { email } from '#server/sign-in/password-schema.ts';
import { formOf, type FormState } from '#web/kit/form-state.ts';
import { Partial } from '#web/kit/partial.tsx';
import { InvitationList, InviteForm, OneTimeLink } from '#web/members/invitations.tsx';
import { paths } from '#web/paths.ts';

const schema = z.object({ email, role: z.enum(roles) });

/**
 * Links that are passed on by hand, because no e-mail is sent: to a seat, to a new password.
 * Mounted behind the guard of the members pages.
 */
export function invitationOrderRoutes({ database, env }: AppDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .post('/settings/members/invitations', async (c) => {
      const { ui, seat, em } = c.var;
      const again = (form: FormState) => fragment(c, <InviteForm ui={ui} form={form} />, 422);
      const posted = await parseForm(c, schema);
      if (!posted.ok) return again(posted.form);
      const { role, email } = posted.value;
      if (!rolesGivenBy(seat.role).includes(role)) {
        return again(refused(posted.form, { role: ui.t.settings.members.beyond }));
      }
      if (await isMember(em, { workspaceId: seat.workspaceId, email })) {
        return again(refused(posted.form, { email: ui.t.settings.invite.member }));
      }
      const link = { email, role, workspaceId: seat.workspaceId, createdBy: seat.userId };
      const token = await database.transaction((em) =>
        makeLink(em, { kind: 'invitation', ...link }),
      );
      return invited(c, { email, url: env.PUBLIC_URL + paths.invitation(token) });
    })
    .delete('/settings/members/invitations/:id', async (c) => {
      const { workspaceId } = c.var.seat;
      const id = c.req.param('id');
      const gone = await database.transaction((em) => withdrawInvitation(em, { workspaceId, id }));
      return gone ? fragment(c, await invitationList(c)) : c.notFound();
    })
    .post('/settings/members/:id/reset-link', async (c) => {
      const { ui, seat, em } = c.var;
      const { workspaceId } = seat;
      const member = await seatById(em, { workspaceId, id: c.req.param('id') });
      if (!member) return c.notFound();
      const said = ui.t.settings.members;
      if (!rolesGivenBy(seat.role).includes(member.role)) return conflict(c, said.beyond);
      // Whoever renews a password can be that person, in every workspace where they sit.
      if (!(await sitsOnlyIn(em, { userId: member.userId, workspaceId }))) {
        return conflict(c, said.elsewhere(member.name));
      }
      const { userId, name, email } = member;
      const token = await database.transaction((em) =>
        makeLink(em, { kind: 'reset', userId, email, createdBy: seat.userId }),
      );
      const url = env.PUBLIC_URL + paths.reset(token);
      const about = ui.t.settings.invite.resetMade(name);
      return fragment(c, <OneTimeLink ui={ui} about={about} url={url} />);
    });
}

async function invited(c: Context<AppEnv>, { email, url }: { email: string; url: string }) {
  const { ui } = c.var;
  const about = ui.t.settings.invite.made(email);
  return fragment(
    c,
    <>
      <InviteForm ui={ui} form={formOf({ role: 'agent' })} />
      <Partial target="#one-time-link">
        <OneTimeLink ui={ui} about={about} url={url} />
      </Partial>
      <Partial target="#invitations" swap="outerMorph">
        {await invitationList(c)}
      </Partial>
    </>,
  );
}

export async function invitationRows(c: Context<AppEnv>) {
  const { em, workspace } = c.var;
  const open = await openInvitations(em, workspace.id);
  return open.map((one) => ({ ...one, expiresAt: onWorkspaceClock(one.expiresAt, workspace) }));
}

async function invitationList(c: Context<AppEnv>) {
  return <InvitationList ui={c.var.ui} invitations={await invitationRows(c)} />;
}
