import { Hono, type Context } from 'hono';
import { closeOtherSessions, revokeSession, sessionsOf } from '#db/access/sessions.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { fragment } from '#server/http/respond.tsx';
import { ToastPartial } from '#web/kit/toast.tsx';
import { SessionList, type SessionRow } from '#web/settings/session-list.tsx';
import { onWorkspaceClock } from './workspace-clock.ts';

/** Where a person is signed in, and ending it there. */
export function sessionRoutes({ database }: AppDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .delete('/settings/sessions', async (c) => {
      const { ui, seat, sessionHash: keep } = c.var;
      const n = await database.transaction((em) =>
        closeOtherSessions(em, { userId: seat.userId, keep }),
      );
      return answer(c, ui.t.settings.profile.othersEnded(n));
    })
    .delete('/settings/sessions/:id', async (c) => {
      const { ui, seat } = c.var;
      const session = { userId: seat.userId, id: c.req.param('id') };
      const ended = await database.transaction((em) => revokeSession(em, session));
      return ended ? answer(c, ui.t.settings.profile.ended) : c.notFound();
    });
}

/** The sessions of whoever asks, with times as the workspace tells them. */
export async function sessionRows(c: Context<AppEnv>): Promise<SessionRow[]> {
  const { em, seat, sessionHash: current, workspace } = c.var;
  const sessions = await sessionsOf(em, { userId: seat.userId, current });
  return sessions.map((session) => ({
    ...session,
    createdAt: onWorkspaceClock(session.createdAt, workspace),
    seenAt: onWorkspaceClock(session.seenAt, workspace),
  }));
}

async function answer(c: Context<AppEnv>, told: string): Promise<Response> {
  const { ui } = c.var;
  const sessions = await sessionRows(c);
  return fragment(
    c,
    <>
      <SessionList ui={ui} sessions={sessions} />
      <ToastPartial dismiss={ui.t.shell.dismiss}>{told}</ToastPartial>
    </>,
  );
}
