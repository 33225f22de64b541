import type { CampaignState } from '#domain/campaigns/stages.ts';
import type { Db } from '../orm.ts';
import { rows, sql } from '../sql.ts';

export interface CampaignListItem {
  id: string;
  name: string;
  state: CampaignState;
  alert: string | null;
  sequence: string | null;
  version: number | null;
  launchedAt: Date | null;
  endedAt: Date | null;
  createdAt: Date;
  people: number;
  started: number;
  ended: number;
  replied: number;
}

/** The campaigns of a workspace: those that run first, then drafts, then what is over. */
export async function campaignList(em: Db, workspaceId: string): Promise<CampaignListItem[]> {
  return rows<CampaignListItem>(
    em,
    sql`select k.id, k.name, k.state, k.alert, s.name as sequence, v.number as version, k.launched_at as "launchedAt",
      k.ended_at as "endedAt", k.created_at as "createdAt", coalesce(m.people, 0) as people, coalesce(m.started, 0) as started,
      coalesce(m.ended, 0) as ended, coalesce(m.replied, 0) as replied
    from campaign k
    left join sequence_version v on v.workspace_id = k.workspace_id and v.id = k.version_id
    left join sequence s on s.workspace_id = v.workspace_id and s.id = v.sequence_id
    left join (
      select campaign_id, count(*) filter (where state <> 'excluded') as people, count(*) filter (where started_at is not null) as started,
        count(*) filter (where state = 'ended') as ended, count(*) filter (where ending = 'replied') as replied
      from membership where workspace_id = ${workspaceId} group by campaign_id) m on m.campaign_id = k.id
    where k.workspace_id = ${workspaceId}
    order by case k.state when 'launching' then 0 when 'running' then 0 when 'paused' then 1 when 'draft' then 2 else 3 end, k.id desc
    limit 200`,
  );
}
