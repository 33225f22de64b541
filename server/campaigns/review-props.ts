import type { Context } from 'hono';
import { senderChoices } from '#db/campaigns/choices.ts';
import type { CampaignRow } from '#db/campaigns/draft.ts';
import { reviewOf, type Review, type SamplePerson } from '#db/campaigns/review.ts';
import { whereaboutsOf } from '#db/campaigns/whereabouts.ts';
import { may } from '#domain/access/permissions.ts';
import { neverLawful } from '#domain/campaigns/never-lawful.ts';
import { mergeFacts } from '#domain/sending/merge-fields.ts';
import { renderText } from '#domain/sending/template.ts';
import { laws } from '#domain/sending/laws.ts';
import { windowProblem } from '#domain/sending/window.ts';
import { messageText } from '#domain/sequences/step.ts';
import type { AppEnv } from '#server/context.ts';
import type { ReviewProps } from '#web/campaigns/review.ts';
import type { SeatedUi } from '#web/ui.ts';

const shownSamples = 3;

/** What the launch would do if it were given now, and what forbids it. */
export async function reviewProps(c: Context<AppEnv>, campaign: CampaignRow): Promise<ReviewProps> {
  const { em, ui, seat, workspace } = c.var;
  const agent = (campaign.createdBy ?? workspace.name).split(' ')[0] ?? workspace.name;
  const firm = { name: workspace.name, agent, locale: workspace.locale };
  const review = await reviewOf(em, campaign, firm);
  const senders = await senderChoices(em, seat.workspaceId);
  const usable = senders.filter(
    ({ id, active }) =>
      active && (campaign.senderIds.length === 0 || campaign.senderIds.includes(id)),
  );
  const { id, name, window, dailyLimit } = campaign;
  const never = windowProblem(window)
    ? 0
    : neverLawful(await whereaboutsOf(em, campaign), { window, laws, at: ui.now.getTime() });
  return {
    id,
    name,
    window,
    dailyLimit,
    reach: review.reach,
    plan: review.plan,
    cost: review.cost,
    segments: review.segments,
    sample: review.sample.slice(0, shownSamples).map((person) => sampleOf(person, campaign, firm)),
    never,
    problems: problemsOf(ui, campaign, review, { senders: usable.length, never }),
    mayLaunch: may(seat.role, 'campaign.launch'),
  };
}

/** An impossible campaign cannot be launched, and is told why. */
function problemsOf(
  ui: SeatedUi,
  campaign: CampaignRow,
  review: Review,
  { senders, never }: { senders: number; never: number },
): string[] {
  const t = ui.t.campaigns;
  const wrong = windowProblem(campaign.window);
  const nobodyPlaced = review.reach.people > 0 && review.plan.days.length === 0;
  return [
    !campaign.sequence && t.problems['no-version'],
    wrong && t.windowProblems[wrong],
    never > 0 && never === review.reach.people && t.windowProblems['never-opens'],
    senders === 0 && t.problems['no-senders'],
    review.reach.people === 0 && t.problems['no-people'],
    !wrong && campaign.sequence !== null && nobodyPlaced && t.problems.unplaced,
  ].filter((problem) => typeof problem === 'string');
}

function sampleOf(
  person: SamplePerson,
  campaign: CampaignRow,
  firm: { name: string; agent: string; locale: string },
): ReviewProps['sample'][number] {
  const facts = mergeFacts({
    contact: person,
    custom: person.fields,
    firm: firm.name,
    agent: firm.agent,
    locale: firm.locale,
  });
  const texts = (campaign.sequence?.blocks ?? []).flatMap((block) => {
    if (block.kind !== 'message') return [];
    const rendered = renderText(messageText(block), facts);
    return rendered.kind === 'text' ? [rendered.text] : [];
  });
  const name = [person.firstName, person.lastName].filter(Boolean).join(' ');
  return { contactId: person.contactId, name, phone: person.phone, texts };
}
