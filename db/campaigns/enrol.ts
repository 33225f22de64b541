import type { Spread } from '#domain/campaigns/places.ts';
import { placesOf, type PlaceRange } from '#domain/campaigns/places.ts';
import { parseAudience } from '#domain/campaigns/parse-audience.ts';
import type { CampaignState } from '#domain/campaigns/stages.ts';
import type { CampaignWindow } from '#domain/sending/open-hours.ts';
import type { Block } from '#domain/sequences/step.ts';
import type { Database, Db } from '../orm.ts';
import { failpoint } from '../process/failpoint.ts';
import { firstRow, jsonb, run, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';
import { eligible } from './eligibility.ts';
import { fieldsNeeded } from './fields-needed.ts';
import { planOf } from './plan.ts';

interface Launching {
  workspaceId: string;
  state: CampaignState;
  versionId: string;
  audience: unknown;
  window: CampaignWindow;
  dailyLimit: number;
  spread: Spread;
  hasConsentBasis: boolean;
  blocks: Block[];
  enrolled: boolean;
}

/**
 * Writes the audience down as memberships, in one transaction: everybody who matches, with a day and
 * a place, or with the reason why not. Done once; a repetition finds it done.
 */
export async function enrolAudience(database: Database, campaignId: string): Promise<void> {
  await database.transaction(async (em) => {
    const campaign = await launching(em, campaignId);
    if (!campaign.enrolled && campaign.state !== 'stopped') await enrol(em, campaignId, campaign);
    failpoint('launch.enrolling');
    await run(
      em,
      sql`update campaign set state = 'running' where id = ${campaignId} and state = 'launching'`,
    );
    const { workspaceId } = campaign;
    await tellUi(em, { workspaceId, topic: 'campaign', refId: campaignId, kind: 'enrolled' });
  });
}

async function launching(em: Db, campaignId: string): Promise<Launching> {
  const campaign = await firstRow<Launching>(
    em,
    sql`select k.workspace_id as "workspaceId", k.state, k.version_id as "versionId", k.audience, k.send_window as window,
      k.daily_limit as "dailyLimit", k.spread, k.consent_basis is not null as "hasConsentBasis", v.blocks,
      exists (select from membership m where m.workspace_id = k.workspace_id and m.campaign_id = k.id) as enrolled
    from campaign k join sequence_version v on v.workspace_id = k.workspace_id and v.id = k.version_id
    where k.id = ${campaignId} for no key update of k`,
  );
  if (!campaign) throw new Error('A campaign to be launched has a version.');
  return campaign;
}

async function enrol(em: Db, campaignId: string, campaign: Launching): Promise<void> {
  const { workspaceId, versionId, window, dailyLimit, blocks } = campaign;
  const parsed = parseAudience(campaign.audience);
  if (parsed.kind === 'problems')
    throw new Error('An audience that is not understood is not launched.');
  const people = eligible({
    workspaceId,
    audience: parsed.audience,
    hasConsentBasis: campaign.hasConsentBasis,
    neededFields: fieldsNeeded(blocks),
  });
  const first = await firstRow<{ count: number }>(
    em,
    sql`with written as (
      insert into membership (workspace_id, campaign_id, contact_id, address_id, version_id, state, excluded_reason, awaits, planned_rank, created_at)
      select ${workspaceId}, ${campaignId}, contact_id, address_id, ${versionId},
        case when reason is null then 'enrolled' else 'excluded' end, reason,
        case when reason is null then 'release' end,
        case when reason is null then row_number() over (partition by reason is null order by rank) - 1 end,
        (select workspace_now(${workspaceId}))
      from (${people}) audience
      returning state)
    select count(*) filter (where state = 'enrolled') as count from written`,
  );
  const plan = await planOf(em, {
    workspaceId,
    campaignId,
    window,
    dailyLimit,
    people: first?.count ?? 0,
    blocks,
  });
  await place(em, campaignId, placesOf(plan, campaign.spread));
}

/** Each person's instant, from the range of their day. Who has no day stays without one. */
async function place(em: Db, campaignId: string, places: readonly PlaceRange[]): Promise<void> {
  await run(
    em,
    sql`update membership m
    set planned_at = to_timestamp((p.from_ms + (m.planned_rank - p.first_rank) * p.every_ms) / 1000.0)
    from (select (r->>'firstRank')::int as first_rank, (r->>'count')::int as count, (r->>'from')::bigint as from_ms, (r->>'everyMs')::bigint as every_ms
      from jsonb_array_elements(${jsonb(places)}) r) p
    where m.campaign_id = ${campaignId} and m.state = 'enrolled'
      and m.planned_rank >= p.first_rank and m.planned_rank < p.first_rank + p.count`,
  );
}
