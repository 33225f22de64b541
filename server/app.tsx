import { Hono, type MiddlewareHandler } from 'hono';
import { failpoint } from '#db/process/failpoint.ts';
import { campaignRoutes } from './campaigns/campaigns.tsx';
import type { AppDeps, AppEnv } from './context.ts';
import { clockRoutes } from './clock.tsx';
import { eventRoutes } from './events-page.tsx';
import { healthRoutes } from './health.ts';
import { historyRoutes } from './history/history.tsx';
import { createHttp, guardPages } from './http/create-http.ts';
import type { HttpEnv } from './http/env.ts';
import { styleguideRoutes } from './http/styleguide.tsx';
import { inboxRoutes } from './inbox/inbox.tsx';
import { liveRoutes } from './live/live.ts';
import { attachmentRoutes } from './attachments/attachments.ts';
import { contactRoutes } from './contacts/contacts.tsx';
import { importRoutes } from './imports/imports.tsx';
import { memberRoutes } from './members/members.tsx';
import { membershipRoutes } from './memberships/memberships.tsx';
import { unconfirmedRoutes } from './sends.tsx';
import { senderRoutes } from './senders/senders.tsx';
import { sequenceRoutes } from './sequences/sequences.tsx';
import { session } from './session/session.tsx';
import { passwordRoutes } from './settings/password.tsx';
import { profileRoutes } from './settings/profile.tsx';
import { sessionRoutes } from './settings/sessions.tsx';
import { workspaceSettingsRoutes } from './settings/workspace.tsx';
import { forgottenRoutes } from './sign-in/forgotten.tsx';
import { invitationRoutes } from './sign-in/invitation.tsx';
import { setupRoutes } from './sign-in/setup.tsx';
import { signInRoutes } from './sign-in/sign-in.tsx';
import { syncRoutes } from './sync/sync.tsx';
import { todayRoutes } from './today.tsx';
import { webhookRoutes } from './webhooks/webhooks.ts';

/** Machines: they sign what they say and bear no guard of pages. One line each. */
const machines: ((deps: AppDeps) => Hono)[] = [healthRoutes, webhookRoutes];

/** Doors: pages for whoever is not signed in. One line each. */
const doors: ((deps: AppDeps) => Hono<HttpEnv>)[] = [
  signInRoutes,
  setupRoutes,
  forgottenRoutes,
  invitationRoutes,
  styleguideRoutes,
];

/** Features: each of their routes finds `c.var.seat` and `c.var.ui`. One line each. */
const features: ((deps: AppDeps) => Hono<AppEnv>)[] = [
  workspaceSettingsRoutes,
  profileRoutes,
  passwordRoutes,
  sessionRoutes,
  memberRoutes,
  campaignRoutes,
  membershipRoutes,
  sequenceRoutes,
  senderRoutes,
  clockRoutes,
  todayRoutes,
  inboxRoutes,
  unconfirmedRoutes,
  liveRoutes,
  eventRoutes,
  importRoutes,
  historyRoutes,
  syncRoutes,
  contactRoutes,
  attachmentRoutes,
];

/** Paths whose body is a file; they set their own `limitBody`. */
const uploads = (path: string): boolean => path === '/imports';

/**
 * The whole web process without its port. The order is the security of it: machines first, then the
 * guard of all pages, then the doors, then the session, and behind it what only a seat may see.
 */
export function createApp(deps: AppDeps): Hono<HttpEnv> {
  const app = createHttp({ log: deps.log, assets: deps.assets });
  for (const routes of machines) app.route('/', routes(deps));
  guardPages(app, { origin: new URL(deps.env.PUBLIC_URL).origin, uploads });
  for (const routes of doors) app.route('/', routes(deps));
  return app.route('/', seated(deps));
}

function seated(deps: AppDeps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(session(deps), orderDone);
  for (const routes of features) app.route('/', routes(deps));
  return app;
}

/** The order is committed and its answer not sent yet. */
const orderDone: MiddlewareHandler = async (c, next) => {
  await next();
  if (c.req.method === 'POST') failpoint('order.done');
};
