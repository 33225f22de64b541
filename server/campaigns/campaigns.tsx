import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { campaignRow } from '#db/campaigns/draft.ts';
import { campaignList } from '#db/campaigns/list.ts';
import { orderCampaign } from '#db/campaigns/orders.ts';
import { campaignPeople } from '#db/campaigns/people.ts';
import { may } from '#domain/access/permissions.ts';
import type { CampaignOrder } from '#domain/campaigns/stages.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { conflict } from '#server/http/errors.tsx';
import { parseForm } from '#server/http/parse-form.ts';
import { fragment, moveTo, respond } from '#server/http/respond.tsx';
import { allow } from '#server/session/allow.ts';
import { CampaignNews, CampaignPage } from '#web/campaigns/campaign-page.tsx';
import { CampaignsPage } from '#web/campaigns/campaigns-page.tsx';
import { PeoplePage, type Show } from '#web/campaigns/people-page.tsx';
import { ReviewPage } from '#web/campaigns/review-page.tsx';
import { paths } from '#web/paths.ts';
import { campaignProps } from './campaign-props.ts';
import { campaignDraftRoutes } from './drafts.tsx';
import { reviewProps } from './review-props.ts';

const orderSchema = z.object({ order: z.uuid() });
const controls: readonly CampaignOrder[] = ['pause', 'resume', 'stop'];

/** Campaigns: the list, the review, the launch, and the page while one runs. */
export function campaignRoutes(deps: AppDeps): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
    .get('/campaigns', async (c) => {
      const { em, seat, ui } = c.var;
      const campaigns = await campaignList(em, seat.workspaceId);
      const mayWrite = may(seat.role, 'campaign.write');
      return respond(c, {
        full: <CampaignsPage ui={ui} campaigns={campaigns} mayWrite={mayWrite} />,
      });
    })
    .route('/', campaignDraftRoutes(deps))
    .get('/campaigns/:id', async (c) => {
      const campaign = await found(c);
      if (!campaign) return await c.notFound();
      if (campaign.state === 'draft') return c.redirect(paths.campaignReview(campaign.id), 303);
      const props = await campaignProps(c, deps.env, campaign);
      return respond(c, { full: <CampaignPage ui={c.var.ui} campaign={props} /> });
    })
    .get('/campaigns/:id/figures', async (c) => {
      const campaign = await found(c);
      if (!campaign || campaign.state === 'draft') return await c.notFound();
      const props = await campaignProps(c, deps.env, campaign);
      return fragment(c, <CampaignNews ui={c.var.ui} campaign={props} />);
    })
    .get('/campaigns/:id/review', async (c) => {
      const campaign = await found(c);
      if (!campaign) return await c.notFound();
      if (campaign.state !== 'draft') return c.redirect(paths.campaign(campaign.id), 303);
      return respond(c, {
        full: <ReviewPage ui={c.var.ui} review={await reviewProps(c, campaign)} />,
      });
    })
    .get('/campaigns/:id/people', async (c) => {
      const campaign = await found(c);
      if (!campaign) return await c.notFound();
      const { people, next, show } = await peopleFor(c, campaign.id);
      return respond(c, {
        full: (
          <PeoplePage ui={c.var.ui} campaign={campaign} show={show} people={people} next={next} />
        ),
      });
    })
    .post('/campaigns/:id/launch', allow('campaign.launch'), async (c) => {
      const campaign = await found(c);
      if (!campaign) return await c.notFound();
      const { problems } = await reviewProps(c, campaign);
      if (campaign.state === 'draft' && problems[0]) return conflict(c, problems[0]);
      return give(c, deps, 'launch', campaign.id);
    });
  for (const order of controls) {
    app.post(`/campaigns/:id/${order}`, allow('campaign.control'), async (c) => {
      const campaign = await found(c);
      return campaign ? give(c, deps, order, campaign.id) : await c.notFound();
    });
  }
  return app;
}

async function found(c: Context<AppEnv>) {
  const id = z.uuid().safeParse(c.req.param('id'));
  return id.success ? campaignRow(c.var.em, c.var.seat.workspaceId, id.data) : undefined;
}

async function give(
  c: Context<AppEnv>,
  { database }: AppDeps,
  order: CampaignOrder,
  campaignId: string,
): Promise<Response> {
  const { ui, seat } = c.var;
  const posted = await parseForm(c, orderSchema);
  if (!posted.ok) return conflict(c, ui.t.errors.notUnderstood);
  const orderId = posted.value.order;
  const { workspaceId, userId } = seat;
  const outcome = await database.transaction((em) =>
    orderCampaign(em, order, { workspaceId, userId, orderId, campaignId }),
  );
  if (outcome.kind === 'not-found') return await c.notFound();
  if (outcome.kind === 'not-now') {
    return conflict(c, ui.t.campaigns.notNow(ui.t.campaigns.states[outcome.state]));
  }
  return moveTo(c, paths.campaign(campaignId));
}

async function peopleFor(c: Context<AppEnv>, campaignId: string) {
  const { em, seat, ui } = c.var;
  const asked = c.req.query('show') ?? 'all';
  const show = (asked in ui.t.campaigns.filters ? asked : 'all') as Show;
  const after = z.uuid().safeParse(c.req.query('after'));
  const page = await campaignPeople(em, {
    workspaceId: seat.workspaceId,
    campaignId,
    filter: show,
    reason: c.req.query('reason') ?? null,
    after: after.success ? after.data : null,
  });
  return { ...page, show };
}
