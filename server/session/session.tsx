import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { closeSession, touchSession } from '#db/access/sessions.ts';
import { hashToken } from '#db/access/token.ts';
import { visitOf, type Visit, type VisitedWorkspace } from '#db/access/visit.ts';
import type { AppDeps, AppEnv, Seat } from '#server/context.ts';
import { paths } from '#web/paths.ts';
import { createUi, type SeatedUi } from '#web/ui.ts';
import { dropSessionCookie, readSessionCookie } from './cookie.ts';

/** A visit is noted at most this often, so that reading pages writes nothing. */
const noteEveryMs = 10 * 60 * 1000;

/**
 * Lets in whoever has an open session and a seat, and puts seat, workspace and `ui` on the context.
 * Everyone else is led to the sign-in page. Costs one SQL statement.
 */
export function session(deps: AppDeps) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const token = readSessionCookie(c, deps.env);
    if (!token) return toSignIn(c);
    const em = deps.database.fork();
    const hash = hashToken(token);
    const visit = await visitOf(em, hash);
    if (!visit?.seat || !visit.workspace) return turnAway(c, deps, visit ? hash : undefined);
    await noteVisit(deps, hash, visit);
    const seat: Seat = {
      workspaceId: visit.workspace.id,
      userId: visit.user.id,
      role: visit.seat.role,
      name: visit.user.name,
      email: visit.user.email,
    };
    c.set('em', em);
    c.set('seat', seat);
    c.set('workspace', visit.workspace);
    c.set('sessionHash', hash);
    c.set('ui', seatedUi(c, deps, visit, visit.workspace, seat));
    await next();
  });
}

/** htmx follows a redirect silently and would put the sign-in page into a corner of the old one. */
function toSignIn(c: Context): Response {
  const { pathname, search } = new URL(c.req.url);
  const next = c.req.method === 'GET' && pathname !== '/' ? pathname + search : undefined;
  if (c.req.header('HX-Request') !== 'true') return c.redirect(paths.signIn({ next }), 303);
  c.header('HX-Redirect', paths.signIn());
  return c.body(null, 401);
}

async function turnAway(c: Context, deps: AppDeps, open: Buffer | undefined): Promise<Response> {
  // A user whose last seat was taken away has nowhere to be.
  if (open) await deps.database.transaction((em) => closeSession(em, open));
  dropSessionCookie(c, deps.env);
  return toSignIn(c);
}

async function noteVisit({ database }: AppDeps, hash: Buffer, { seenAt }: Visit): Promise<void> {
  if (Date.now() - seenAt.getTime() < noteEveryMs) return;
  await database.transaction((em) => touchSession(em, hash));
}

function seatedUi(
  c: Context<AppEnv>,
  { assets }: AppDeps,
  visit: Visit,
  workspace: VisitedWorkspace,
  seat: Seat,
): SeatedUi {
  const ui = createUi({
    locale: (visit.user.locale ?? workspace.locale) === 'xx' ? 'xx' : 'en-US',
    zone: workspace.zone,
    now: visit.now,
    theme: c.var.ui.theme,
    assets: assets.urls,
  });
  return {
    ...ui,
    viewer: { id: seat.userId, name: seat.name, email: seat.email, role: seat.role },
    workspace: {
      id: workspace.id,
      name: workspace.name,
      mode: workspace.mode,
      clockOffsetMs: workspace.clockOffsetMs,
    },
    needReply: visit.needReply,
    sync: visit.sync,
    liveSince: visit.liveSince,
  };
}
