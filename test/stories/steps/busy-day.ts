import { join } from 'node:path';
import { v7 } from 'uuid';
import { localBlobs } from '#db/blobs.ts';
import { orderCampaign } from '#db/campaigns/orders.ts';
import type { Database } from '#db/orm.ts';
import { addAlderAndTide, zone, type AlderAndTide } from '#db/seeds/alder-and-tide/firm.ts';
import { addCampaign, addSequence } from '#db/seeds/outreach-rows.ts';
import { run, sql } from '#db/sql.ts';
import { nextTuesdayMorning } from '#domain/clock/moves.ts';
import { appSecret } from '#test/support/world.ts';

const texts = {
  first: 'Hi {first_name|there}, the storm windows are in. Reply STOP to opt out.',
  second: '{first_name|Hello}, a last morning is free this week.',
};

/** A firm with a campaign ready to launch. */
export interface BusyDay {
  firm: AlderAndTide;
  campaignId: string;
}

export async function openBusyDay(database: Database, dataDir: string): Promise<BusyDay> {
  const now = Date.now();
  const blobs = localBlobs(join(dataDir, 'blobs'));
  return database.transaction(async (em) => {
    const clockOffsetMs = nextTuesdayMorning(now, zone) - now;
    const firm = await addAlderAndTide(em, { appSecret, blobs, clockOffsetMs });
    const { workspaceId, maren } = firm;
    const sequence = await addSequence(em, {
      workspaceId,
      by: maren.id,
      name: 'Two notes',
      blocks: [
        message('st-first', texts.first),
        { id: 'st-wait', kind: 'wait', amount: 2, unit: 'days' },
        message('st-second', texts.second),
        { id: 'st-exit', kind: 'exit', label: 'No answer' },
      ],
    });
    const campaignId = await addCampaign(em, {
      ...sequence,
      workspaceId,
      by: maren.id,
      name: 'Everybody',
      tags: [],
      window: { days: [1, 2, 3, 4, 5], from: 9 * 60, to: 18 * 60, zone },
    });
    // Slow numbers, so that the campaign is under way while things break.
    await run(em, sql`update sender set rate_per_second = 0.3 where workspace_id = ${workspaceId}`);
    return { firm, campaignId };
  });
}

const message = (id: string, text: string) => ({
  id,
  kind: 'message' as const,
  channel: 'sms' as const,
  variants: [{ id: `${id}-a`, text }] as [{ id: string; text: string }],
});

export const give = (
  database: Database,
  { firm, campaignId }: BusyDay,
  what: 'launch' | 'pause' | 'resume',
) =>
  database.transaction((em) =>
    orderCampaign(em, what, {
      orderId: v7(),
      workspaceId: firm.workspaceId,
      userId: firm.maren.id,
      campaignId,
    }),
  );
