import { Hono } from 'hono';
import { z } from 'zod';
import { seatsOf } from '#db/access/members.ts';
import { turnSession } from '#db/access/sessions.ts';
import { changeProfile } from '#db/access/users.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { parseForm } from '#server/http/parse-form.ts';
import { fragment, moveTo, respond } from '#server/http/respond.tsx';
import { formOf } from '#web/kit/form-state.ts';
import { paths } from '#web/paths.ts';
import { ProfileForm, ProfilePage } from '#web/settings/profile-page.tsx';
import { sessionRows } from './sessions.tsx';

const profileSchema = z.object({ name: z.string().trim().min(1).max(100) });
const workspaceSchema = z.object({ workspace: z.uuid() });

/** What a person keeps for themselves, and the way to their other workspaces. */
export function profileRoutes({ database }: AppDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/settings/profile', async (c) => {
      const { ui, seat, em } = c.var;
      const page = (
        <ProfilePage
          ui={ui}
          profile={formOf({ name: seat.name })}
          password={formOf()}
          sessions={await sessionRows(c)}
          workspaces={await seatsOf(em, seat.userId)}
        />
      );
      return respond(c, { full: page });
    })
    .post('/settings/profile', async (c) => {
      const { ui, seat } = c.var;
      const posted = await parseForm(c, profileSchema);
      if (!posted.ok) return fragment(c, <ProfileForm ui={ui} form={posted.form} />, 422);
      const change = { userId: seat.userId, profile: posted.value };
      await database.transaction((em) => changeProfile(em, change));
      return moveTo(c, paths.profile());
    })
    .post('/settings/workspace', async (c) => {
      const posted = await parseForm(c, workspaceSchema);
      if (!posted.ok) return c.notFound();
      const turn = { tokenHash: c.var.sessionHash, workspaceId: posted.value.workspace };
      const turned = await database.transaction((em) => turnSession(em, turn));
      return turned ? moveTo(c, paths.today()) : c.notFound();
    });
}
