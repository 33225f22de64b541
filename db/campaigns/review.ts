import { costOf, type Cost, type CostGroup } from '#domain/campaigns/cost.ts';
import type { ExclusionReason } from '#domain/campaigns/exclusion.ts';
import type { Forecast } from '#domain/campaigns/plan.ts';
import { mergeFacts, type MergePerson } from '#domain/sending/merge-fields.ts';
import { countSegments } from '#domain/sending/segments.ts';
import type { Provider } from '#domain/sending/refusals.ts';
import { renderText } from '#domain/sending/template.ts';
import { messageText, type Block } from '#domain/sequences/step.ts';
import type { Db } from '../orm.ts';
import { rows, sql } from '../sql.ts';
import type { CampaignRow } from './draft.ts';
import { eligible } from './eligibility.ts';
import { fieldsNeeded } from './fields-needed.ts';
import { planOf } from './plan.ts';

/** Who would get a campaign, who not and why: what the launch will find if it is given now. */
export interface Reach {
  matching: number;
  people: number;
  excluded: readonly { reason: ExclusionReason; count: number }[];
}

export async function reachOf(em: Db, campaign: CampaignRow): Promise<Reach> {
  const found = await rows<{ reason: ExclusionReason | null; count: number }>(
    em,
    sql`select reason, count(*) as count from (${eligibleFor(campaign)}) e group by reason order by count desc`,
  );
  const excluded = found.flatMap(({ reason, count }) => (reason ? [{ reason, count }] : []));
  const people = found.find(({ reason }) => reason === null)?.count ?? 0;
  const matching = found.reduce((sum, { count }) => sum + count, 0);
  return { matching, people, excluded };
}

/** Some of those who would get it, spread over the whole audience. */
export interface SamplePerson extends MergePerson {
  contactId: string;
  phone: string;
  country: string | null;
  fields: Record<string, unknown>;
  /** Whose numbers the campaign goes by: the same for all. */
  provider: Provider;
}

export async function sampleOf(
  em: Db,
  campaign: CampaignRow,
  most: number,
): Promise<SamplePerson[]> {
  return rows<SamplePerson>(
    em,
    sql`select c.id as "contactId", a.value as phone, coalesce(a.country, c.country) as country, c.first_name as "firstName",
      c.last_name as "lastName", c.company, c.street, c.city, c.region, c.postal_code as "postalCode", c.fields,
      coalesce((${providerOf(campaign)}), 'twilio') as provider
    from (select *, count(*) over () as total from (${eligibleFor(campaign)}) e where reason is null) e
    join contact c on c.workspace_id = ${campaign.workspaceId} and c.id = e.contact_id
    join address a on a.workspace_id = c.workspace_id and a.id = e.address_id
    where (e.rank - 1) % greatest(1, e.total / ${most}) = 0
    order by e.rank limit ${most}`,
  );
}

export interface Review {
  reach: Reach;
  plan: Forecast;
  cost: Cost;
  /** Of one person's messages, over the sample: fewest and most segments in one message. */
  segments: { least: number; most: number };
  sample: readonly SamplePerson[];
}

const sampleSize = 300;

/** Everything that the review page says. The cost is worked out on a sample, so it is "about". */
export async function reviewOf(
  em: Db,
  campaign: CampaignRow,
  firm: { name: string; agent: string; locale: string },
): Promise<Review> {
  const { workspaceId, window, dailyLimit } = campaign;
  const blocks = campaign.sequence?.blocks ?? [];
  const reach = await reachOf(em, campaign);
  const plan = await planOf(em, {
    workspaceId,
    campaignId: null,
    window,
    dailyLimit,
    people: reach.people,
    blocks,
  });
  const sample = await sampleOf(em, campaign, sampleSize);
  const groups = sample.flatMap((person) => groupsOf(person, blocks, firm));
  const sampled = costOf(groups);
  const factor = sample.length > 0 ? reach.people / sample.length : 0;
  const counts = groups.map(({ segments }) => segments);
  return {
    reach,
    plan,
    cost: { ...sampled, micros: Math.round(sampled.micros * factor), messages: plan.messages },
    segments: {
      least: Math.min(...counts, 0) || Math.min(...counts),
      most: Math.max(0, ...counts),
    },
    sample: sample.slice(0, 10),
  };
}

function groupsOf(
  person: SamplePerson,
  blocks: readonly Block[],
  firm: { name: string; agent: string; locale: string },
): CostGroup[] {
  const facts = mergeFacts({
    contact: person,
    custom: person.fields,
    firm: firm.name,
    agent: firm.agent,
    locale: firm.locale,
  });
  const country = person.country ?? 'US';
  return blocks.flatMap((block) => {
    if (block.kind !== 'message') return [];
    const rendered = renderText(messageText(block), facts);
    if (rendered.kind !== 'text') return [];
    const { segments } = countSegments(rendered.text);
    return [{ country, provider: person.provider, segments, messages: 1 }];
  });
}

/**
 * Whose numbers the campaign goes by. Where there are several, the one whose prices are known: which
 * message goes by which number is chosen only when it goes.
 */
const providerOf = ({ workspaceId, senderIds }: CampaignRow) => sql`
  select p.provider from sender s
    join provider_account p on p.workspace_id = s.workspace_id and p.id = s.provider_account_id
  where s.workspace_id = ${workspaceId} and (s.id = any(${[...senderIds]}::uuid[]) or (s.rotation and ${senderIds.length === 0}))
  order by p.provider = 'twilio' desc limit 1`;

/** The query of everybody who matches, each with the reason that stands against it. */
export function eligibleFor(campaign: CampaignRow) {
  return eligible({
    workspaceId: campaign.workspaceId,
    audience: campaign.audience,
    hasConsentBasis: campaign.consentBasis !== null,
    neededFields: fieldsNeeded(campaign.sequence?.blocks ?? []),
  });
}
