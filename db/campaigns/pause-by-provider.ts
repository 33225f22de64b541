import type { Db } from '../orm.ts';
import { run, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';

/** A pause that no person ordered: each further message would make matters worse. */
export async function pauseByProvider(
  em: Db,
  input: { workspaceId: string; campaignId: string; reason: string },
): Promise<void> {
  const { workspaceId, campaignId, reason } = input;
  const paused = await run(
    em,
    sql`update campaign set state = 'paused', alert = ${reason}
    where workspace_id = ${workspaceId} and id = ${campaignId} and state = 'running'`,
  );
  if (paused === 0) return;
  await run(
    em,
    sql`insert into campaign_pause (workspace_id, campaign_id, paused_at, reason)
    values (${workspaceId}, ${campaignId}, workspace_now(${workspaceId}), ${reason})`,
  );
  await tellUi(em, { workspaceId, topic: 'campaign', refId: campaignId, kind: 'pause' });
}
