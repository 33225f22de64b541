import type { ExclusionReason } from '#domain/campaigns/exclusion.ts';
import type { Ending, MembershipState } from '#domain/campaigns/membership.ts';
import type { Db } from '../orm.ts';
import { rows, sql } from '../sql.ts';

export type PeopleFilter = 'all' | 'enrolled' | 'walking' | 'held' | 'over' | Ending | 'excluded';

export interface CampaignPerson {
  id: string;
  name: string;
  phone: string | null;
  state: MembershipState;
  excludedReason: ExclusionReason | null;
  ending: Ending | null;
  stepId: string | null;
  dueAt: Date | null;
  plannedAt: Date | null;
  held: { until: number | null; rule: string; why: string } | null;
}

const pageSize = 50;

/** People of a campaign by their place in it, in pages; `after` is the last id of the page before. */
export async function campaignPeople(
  em: Db,
  input: {
    workspaceId: string;
    campaignId: string;
    filter: PeopleFilter;
    reason: string | null;
    after: string | null;
  },
): Promise<{ people: CampaignPerson[]; next: string | null }> {
  const { workspaceId, campaignId, filter, reason, after } = input;
  const people = await rows<CampaignPerson>(
    em,
    sql`select m.id, coalesce(nullif(trim(c.first_name || ' ' || c.last_name), ''), nullif(c.company, ''), a.value, '') as name, a.value as phone,
      m.state, m.excluded_reason as "excludedReason", m.ending, m.step_id as "stepId", m.due_at as "dueAt", m.planned_at as "plannedAt", m.held
    from membership m
    join contact c on c.workspace_id = m.workspace_id and c.id = m.contact_id
    left join address a on a.workspace_id = m.workspace_id and a.id = m.address_id
    where m.workspace_id = ${workspaceId} and m.campaign_id = ${campaignId} and ${conditionOf(filter)}
      and ${reason === null ? sql`true` : sql`m.excluded_reason = ${reason}`}
      and ${after === null ? sql`true` : sql`m.id > ${after}`}
    order by m.id limit ${pageSize + 1}`,
  );
  const page = people.slice(0, pageSize);
  return { people: page, next: people.length > pageSize ? (page.at(-1)?.id ?? null) : null };
}

const states = new Set<PeopleFilter>(['enrolled', 'walking', 'excluded']);

function conditionOf(filter: PeopleFilter) {
  if (filter === 'all') return sql`m.state <> 'excluded'`;
  if (filter === 'held') return sql`m.state = 'walking' and m.held is not null`;
  if (filter === 'over') return sql`m.state = 'ended'`;
  if (filter === 'opted-out') return sql`m.ending in ('opted-out', 'suppressed')`;
  return states.has(filter) ? sql`m.state = ${filter}` : sql`m.ending = ${filter}`;
}
