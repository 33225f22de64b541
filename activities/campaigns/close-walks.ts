import { Context } from '@temporalio/activity';
import { campaignStanding, openWalks } from '#db/campaigns/release.ts';
import { stopWalk } from '#db/memberships.ts';
import type { Database } from '#db/orm.ts';

const batch = 100;
/** Slow on purpose: a stopped campaign must not take the engine from those that run. */
const pauseMs = 200;
const ending = 'campaign-stopped';

/** Ends every open walk of a stopped campaign; their workflows are told by the relay. */
export async function closeWalks(database: Database, campaignId: string): Promise<void> {
  const { workspaceId } = await campaignStanding(database.fork(), campaignId);
  for (;;) {
    const open = await openWalks(database.fork(), campaignId, batch);
    if (open.length === 0) return;
    for (const membershipId of open) {
      await database.transaction((em) => stopWalk(em, { workspaceId, membershipId, ending }));
    }
    await Context.current().sleep(pauseMs);
  }
}
