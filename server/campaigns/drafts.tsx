import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { publishedVersions, senderChoices } from '#db/campaigns/choices.ts';
import { campaignRow, createCampaign, saveDraft, type CampaignRow } from '#db/campaigns/draft.ts';
import { reachOf, sampleOf } from '#db/campaigns/review.ts';
import { filterChoices } from '#db/contacts/list.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { conflict } from '#server/http/errors.tsx';
import { parseForm, refused } from '#server/http/parse-form.ts';
import { fragment, moveTo, respond } from '#server/http/respond.tsx';
import { allow } from '#server/session/allow.ts';
import { zones } from '#server/sign-in/zones.ts';
import { NewCampaignForm, NewCampaignPage } from '#web/campaigns/new-campaign-page.tsx';
import { ReachSummary, type ReachProps } from '#web/campaigns/reach.tsx';
import { SetUpForm, SetUpPage } from '#web/campaigns/set-up-page.tsx';
import type { SetUpChoices } from '#web/campaigns/set-up.ts';
import { formOf, type FormState } from '#web/kit/form-state.ts';
import { paths } from '#web/paths.ts';
import { draftSchema, formOfDraft, readDraft } from './draft-form.ts';

const newSchema = z.object({
  order: z.uuid(),
  name: z.string().trim().min(1).max(100),
  versionId: z.uuid(),
});

/** A campaign before its launch: made, set up, counted while it is changed. */
export function campaignDraftRoutes({ database }: AppDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/campaigns/new', allow('campaign.write'), async (c) => {
      const versions = await versionOptions(c);
      return respond(c, {
        full: <NewCampaignPage ui={c.var.ui} form={formOf()} versions={versions} />,
      });
    })
    .post('/campaigns', allow('campaign.write'), async (c) => {
      const { ui, seat } = c.var;
      const posted = await parseForm(c, newSchema);
      if (!posted.ok) {
        const versions = await versionOptions(c);
        return fragment(c, <NewCampaignForm ui={ui} form={posted.form} versions={versions} />, 422);
      }
      const { order: orderId, name, versionId } = posted.value;
      const { workspaceId, userId } = seat;
      const id = await database.transaction((em) =>
        createCampaign(em, { workspaceId, userId, orderId, name, versionId }),
      );
      return moveTo(c, paths.campaignDraft(id));
    })
    .get('/campaigns/:id/draft', allow('campaign.write'), async (c) => {
      const campaign = await draftOf(c);
      if (!campaign) return await c.notFound();
      if (campaign.state !== 'draft') return c.redirect(paths.campaign(campaign.id), 303);
      const page = (
        <SetUpPage
          ui={c.var.ui}
          id={campaign.id}
          form={formOfDraft(campaign)}
          choices={await choicesFor(c)}
          reach={await reachFor(c, campaign)}
        />
      );
      return respond(c, { full: page });
    })
    .post('/campaigns/:id/draft', allow('campaign.write'), (c) => save(c, database))
    .post('/campaigns/:id/audience', allow('campaign.write'), async (c) => {
      const campaign = await draftOf(c);
      if (!campaign) return await c.notFound();
      const posted = await parseForm(c, draftSchema);
      const read = posted.ok ? readDraft(posted.value, c.var.ui) : null;
      const counted = read?.kind === 'draft' ? { ...campaign, ...read.draft } : campaign;
      return fragment(c, <ReachSummary ui={c.var.ui} reach={await reachFor(c, counted)} />);
    });
}

async function save(c: Context<AppEnv>, database: AppDeps['database']): Promise<Response> {
  const { ui } = c.var;
  const campaign = await draftOf(c);
  if (!campaign) return await c.notFound();
  const posted = await parseForm(c, draftSchema);
  if (!posted.ok) return again(c, campaign, posted.form);
  const read = readDraft(posted.value, ui);
  if (read.kind === 'problems') return again(c, campaign, refused(posted.form, read.errors));
  const { id, workspaceId } = campaign;
  const scope = { workspaceId, campaignId: id };
  const saved = await database.transaction((em) => saveDraft(em, scope, read.draft));
  if (!saved) return conflict(c, ui.t.campaigns.setUp.notDraft);
  return moveTo(
    c,
    posted.value.next === 'review' ? paths.campaignReview(id) : paths.campaignDraft(id),
  );
}

async function again(
  c: Context<AppEnv>,
  campaign: CampaignRow,
  form: FormState,
): Promise<Response> {
  const [choices, reach] = [await choicesFor(c), await reachFor(c, campaign)];
  const page = (
    <SetUpForm ui={c.var.ui} id={campaign.id} form={form} choices={choices} reach={reach} />
  );
  return fragment(c, page, 422);
}

async function draftOf(c: Context<AppEnv>): Promise<CampaignRow | undefined> {
  const id = z.uuid().safeParse(c.req.param('id'));
  return id.success ? campaignRow(c.var.em, c.var.seat.workspaceId, id.data) : undefined;
}

async function versionOptions(c: Context<AppEnv>) {
  const versions = await publishedVersions(c.var.em, c.var.seat.workspaceId);
  const label = c.var.ui.t.campaigns.sequenceVersion;
  return versions.map(({ id, sequence, number }) => ({
    value: id,
    label: label(sequence, number),
  }));
}

async function choicesFor(c: Context<AppEnv>): Promise<SetUpChoices> {
  const { em, seat } = c.var;
  const { tags, regions, countries } = await filterChoices(em, seat.workspaceId);
  const senders = await senderChoices(em, seat.workspaceId);
  const versions = await versionOptions(c);
  return { versions, tags: tags.map(({ tag }) => tag), regions, countries, zones, senders };
}

async function reachFor(c: Context<AppEnv>, campaign: CampaignRow): Promise<ReachProps> {
  const reach = await reachOf(c.var.em, campaign);
  const sample = await sampleOf(c.var.em, campaign, 10);
  return {
    ...reach,
    sample: sample.map((person) => ({
      contactId: person.contactId,
      name:
        [person.firstName, person.lastName].filter(Boolean).join(' ') ||
        person.company ||
        person.phone,
      place: [person.city, person.region].filter(Boolean).join(', '),
    })),
  };
}
