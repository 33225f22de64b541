import type { Ending } from '#domain/campaigns/membership.ts';
import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';

export interface WalkRow {
  now: Date;
  versionId: string;
  zone: string;
  ending: Ending | null;
}

/** What working out a wait needs: the instant, the version and the clock of the person. */
export async function walkRow(em: Db, membershipId: string): Promise<WalkRow> {
  const row = await firstRow<WalkRow>(
    em,
    sql`select workspace_now(w.id) as now, m.version_id as "versionId", m.ending,
      coalesce(c.zone, a.zone, k.send_window->>'zone', w.zone) as zone
    from membership m
    join workspace w on w.id = m.workspace_id
    join campaign k on k.workspace_id = m.workspace_id and k.id = m.campaign_id
    join contact c on c.workspace_id = m.workspace_id and c.id = m.contact_id
    left join address a on a.workspace_id = m.workspace_id and a.id = m.address_id
    where m.id = ${membershipId}`,
  );
  if (!row) throw new Error('The membership is gone.');
  return row;
}
