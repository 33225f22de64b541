import type { Abroad } from '#domain/campaigns/never-lawful.ts';
import type { Db } from '../orm.ts';
import { rows, sql } from '../sql.ts';
import type { CampaignRow } from './draft.ts';
import { eligibleFor } from './review.ts';

/** Where those are who would get a campaign, as far as numbers and contacts say. */
export async function whereaboutsOf(em: Db, campaign: CampaignRow): Promise<Abroad[]> {
  return rows<Abroad>(
    em,
    sql`select jsonb_build_object('country', a.country, 'region', a.region, 'zones', a.zones) as number,
      jsonb_build_object('country', c.country, 'region', nullif(c.region, ''), 'zone', c.zone) as contact, count(*) as people
    from (${eligibleFor(campaign)}) e
    join contact c on c.workspace_id = ${campaign.workspaceId} and c.id = e.contact_id
    join address a on a.workspace_id = c.workspace_id and a.id = e.address_id
    where e.reason is null group by 1, 2`,
  );
}
