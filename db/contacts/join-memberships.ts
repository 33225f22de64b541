import { stopWalks } from '../memberships.ts';
import type { Db } from '../orm.ts';
import { run, sql } from '../sql.ts';

/**
 * Gives the walks of the absorbed contact to the one that stays. Where both walk in one campaign the
 * absorbed one's walk is stopped, because one person is not to be written to twice.
 */
export async function joinMemberships(
  em: Db,
  input: { workspaceId: string; contactId: string; absorbedId: string },
): Promise<void> {
  const { workspaceId, contactId, absorbedId } = input;
  await stopWalks(
    em,
    { workspaceId, ending: 'stopped', label: 'merged' },
    sql`select g.id from membership g
    where g.workspace_id = ${workspaceId} and g.contact_id = ${absorbedId} and g.state in ('enrolled', 'walking')
      and exists (select from membership k where k.workspace_id = g.workspace_id and k.campaign_id = g.campaign_id
        and k.contact_id = ${contactId} and k.state <> 'excluded')`,
  );
  await run(
    em,
    sql`update membership g set contact_id = ${contactId}, entry = g.entry + coalesce(
      (select max(k.entry) from membership k where k.workspace_id = g.workspace_id and k.campaign_id = g.campaign_id
        and k.contact_id = ${contactId}), 0)
    where g.workspace_id = ${workspaceId} and g.contact_id = ${absorbedId}`,
  );
}
