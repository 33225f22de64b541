import { Hono, type Context } from 'hono';
import { v7 } from 'uuid';
import { z } from 'zod';
import { changeRole, membersOf, removeMember, type SeatOutcome } from '#db/access/members.ts';
import { roles } from '#domain/access/role.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { conflict } from '#server/http/errors.tsx';
import { parseForm } from '#server/http/parse-form.ts';
import { fragment, respond } from '#server/http/respond.tsx';
import { allow } from '#server/session/allow.ts';
import { onWorkspaceClock } from '#server/settings/workspace-clock.ts';
import { formOf } from '#web/kit/form-state.ts';
import { MembersPage, MemberList, type MemberRow } from '#web/members/members-page.tsx';
import { invitationOrderRoutes, invitationRows } from './invitations.tsx';

const roleSchema = z.object({ order: z.uuid(), role: z.enum(roles) });

/** Who sits in the workspace and as what. */
export function memberRoutes(deps: AppDeps): Hono<AppEnv> {
  const { database } = deps;
  const by = (c: Context<AppEnv>) => ({ userId: c.var.seat.userId, role: c.var.seat.role });
  return new Hono<AppEnv>()
    .use('/settings/members/*', allow('member.manage'))
    .route('/', invitationOrderRoutes(deps))
    .get('/settings/members', async (c) => {
      const page = (
        <MembersPage
          ui={c.var.ui}
          members={await memberRows(c)}
          invitations={await invitationRows(c)}
          form={formOf({ role: 'agent' })}
        />
      );
      return respond(c, { full: page });
    })
    .post('/settings/members/:id', async (c) => {
      const posted = await parseForm(c, roleSchema);
      const { workspaceId } = c.var.seat;
      if (!posted.ok) return conflict(c, c.var.ui.t.errors.notUnderstood);
      const { order: orderId, role } = posted.value;
      const seatId = c.req.param('id');
      const outcome = await database.transaction((em) =>
        changeRole(em, { orderId, workspaceId, by: by(c), seatId, role }),
      );
      return answer(c, outcome);
    })
    .delete('/settings/members/:id', async (c) => {
      const { workspaceId } = c.var.seat;
      const order = { orderId: v7(), workspaceId, by: by(c), seatId: c.req.param('id') };
      const outcome = await database.transaction((em) => removeMember(em, order));
      return answer(c, outcome);
    });
}

async function memberRows(c: Context<AppEnv>): Promise<MemberRow[]> {
  const { workspace } = c.var;
  const members = await membersOf(c.var.em, workspace.id);
  return members.map((member) => ({
    ...member,
    lastSeenAt: member.lastSeenAt && onWorkspaceClock(member.lastSeenAt, workspace),
  }));
}

async function answer(c: Context<AppEnv>, outcome: SeatOutcome): Promise<Response> {
  const { ui } = c.var;
  const said = ui.t.settings.members;
  switch (outcome) {
    case 'unknown':
      return await c.notFound();
    case 'last-owner':
      return conflict(c, said.lastOwner);
    case 'beyond':
      return conflict(c, said.beyond);
    case 'done':
      return fragment(c, <MemberList ui={ui} members={await memberRows(c)} />);
  }
}
