import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { membershipView, stepSends, walkOrders } from '#db/memberships/page.ts';
import { orderMembership } from '#db/memberships/orders.ts';
import { may } from '#domain/access/permissions.ts';
import { phoneText } from '#domain/contacts/phone-text.ts';
import { membershipOrders, type MembershipOrder } from '#domain/campaigns/membership.ts';
import { workflowIds } from '#domain/names.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { conflict } from '#server/http/errors.tsx';
import { parseForm } from '#server/http/parse-form.ts';
import { fragment, moveTo, respond } from '#server/http/respond.tsx';
import { allow } from '#server/session/allow.ts';
import { engineUrl } from '#server/temporal/ui-url.ts';
import type { MembershipProps } from '#web/memberships/membership.ts';
import { MembershipPage, WalkNews } from '#web/memberships/membership-page.tsx';
import { paths } from '#web/paths.ts';

const orderSchema = z.object({ order: z.uuid() });
const orders: readonly MembershipOrder[] = ['pause', 'resume', 'send-now', 'stop'];

/** One person's walk through a campaign, and the orders for it. */
export function membershipRoutes(deps: AppDeps): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
    .get('/memberships/:id', async (c) => {
      const walk = await walkOf(c, deps);
      if (!walk) return await c.notFound();
      return respond(c, { full: <MembershipPage ui={c.var.ui} walk={walk} /> });
    })
    .get('/memberships/:id/progress', async (c) => {
      const walk = await walkOf(c, deps);
      if (!walk) return await c.notFound();
      return fragment(c, <WalkNews ui={c.var.ui} walk={walk} />);
    });
  for (const order of orders) {
    app.post(`/memberships/:id/${order}`, allow('membership.control'), (c) =>
      give(c, deps, order, c.req.param('id') ?? ''),
    );
  }
  return app;
}

async function give(
  c: Context<AppEnv>,
  { database }: AppDeps,
  order: MembershipOrder,
  membershipId: string,
): Promise<Response> {
  const posted = await parseForm(c, orderSchema);
  if (!posted.ok) return conflict(c, c.var.ui.t.errors.notUnderstood);
  const { workspaceId, userId } = c.var.seat;
  const orderId = posted.value.order;
  const outcome = await database.transaction((em) =>
    orderMembership(em, order, { workspaceId, userId, orderId, membershipId }),
  );
  if (outcome === 'not-found') return await c.notFound();
  if (outcome === 'not-now') return conflict(c, c.var.ui.t.memberships.notNow);
  return moveTo(c, paths.membership(membershipId));
}

async function walkOf(c: Context<AppEnv>, { env }: AppDeps): Promise<MembershipProps | undefined> {
  const { em, seat } = c.var;
  const id = c.req.param('id') ?? '';
  if (!z.uuid().safeParse(id).success) return undefined;
  const view = await membershipView(em, seat.workspaceId, id);
  if (!view) return undefined;
  const { contact, phone, startedAt, ...walk } = view;
  const name = [contact.firstName, contact.lastName].filter(Boolean).join(' ');
  const canOrder = may(seat.role, 'membership.control');
  return {
    ...walk,
    name: name || contact.company || (phone ? phoneText(phone) : ''),
    contactId: contact.id,
    phone,
    place: [contact.city, contact.region].filter(Boolean).join(', '),
    sends: await stepSends(em, seat.workspaceId, id),
    given: await walkOrders(em, seat.workspaceId, id),
    orders: canOrder ? membershipOrders(walk.state, walk.pausedAt !== null) : [],
    engineUrl: startedAt && engineUrl(env, workflowIds.membership(id)),
  };
}
