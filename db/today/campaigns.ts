import type { CampaignWindow } from '#domain/sending/open-hours.ts';
import type { Db } from '../orm.ts';
import { rows, sql } from '../sql.ts';

export interface TodayCampaign {
  id: string;
  name: string;
  state: 'draft' | 'launching' | 'running' | 'paused';
  launchedAt: Date | null;
  pausedAt: Date | null;
  pausedBy: string | null;
  /** People who are to be reached at all; of a draft 0. */
  people: number;
  /** Those whose walk has begun. */
  reached: number;
  replied: number;
  /** The last day on which someone begins, as planned. */
  lastPlannedAt: Date | null;
  window: CampaignWindow;
  alert: string | null;
}

/** Campaigns that are under way, and drafts after them; the latest first. */
export async function todayCampaigns(
  em: Db,
  { workspaceId, limit }: { workspaceId: string; limit: number },
): Promise<TodayCampaign[]> {
  return rows<TodayCampaign>(
    em,
    sql`select c.id, c.name, c.state, c.launched_at as "launchedAt", pause.paused_at as "pausedAt",
        pause.name as "pausedBy", walks.people, walks.reached, walks.replied,
        walks.last_planned as "lastPlannedAt", c.send_window as "window", c.alert
      from (
        select * from campaign where workspace_id = ${workspaceId} and state in ('draft', 'launching', 'running', 'paused')
        order by state = 'draft', launched_at desc nulls last, id desc limit ${limit}
      ) c
      left join lateral (
        select p.paused_at, u.name from campaign_pause p left join app_user u on u.id = p.paused_by
        where p.workspace_id = c.workspace_id and p.campaign_id = c.id and p.resumed_at is null
      ) pause on true
      cross join lateral (
        select count(*) as people, count(*) filter (where m.state <> 'enrolled') as reached,
          count(*) filter (where m.ending = 'replied') as replied,
          max(m.planned_at) filter (where m.state = 'enrolled') as last_planned
        from membership m where m.workspace_id = c.workspace_id and m.campaign_id = c.id and m.state <> 'excluded'
      ) walks
      order by c.state = 'draft', c.launched_at desc nulls last, c.id desc`,
  );
}
