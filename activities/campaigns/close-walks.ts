import { Context } from '@temporalio/activity';
import { campaignStanding, openWalks } from '#db/campaigns/release.ts';
import { endMembership } from '#db/memberships.ts';
import type { Database } from '#db/orm.ts';
import { tellRelay } from '#db/outbox.ts';
import { lockDecisions } from '#db/sending/lock-decisions.ts';

const batch = 100;
/** Slow on purpose: a stopped campaign must not take the engine from those that run. */
const pauseMs = 200;
const payload = { ending: 'campaign-stopped' } as const;

/** Ends every open walk of a stopped campaign; their workflows are told by the relay. */
export async function closeWalks(database: Database, campaignId: string): Promise<void> {
  const { workspaceId } = await campaignStanding(database.fork(), campaignId);
  for (;;) {
    const open = await openWalks(database.fork(), campaignId, batch);
    if (open.length === 0) return;
    for (const membershipId of open) {
      await database.transaction(async (em) => {
        await lockDecisions(em, workspaceId);
        await endMembership(em, { membershipId, ...payload });
        await tellRelay(em, { workspaceId, kind: 'membership.ended', key: membershipId, payload });
      });
    }
    await Context.current().sleep(pauseMs);
  }
}
