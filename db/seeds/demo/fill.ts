import { v7 } from 'uuid';
import { nextTuesdayMorning } from '#domain/clock/moves.ts';
import type { BlobStore } from '../../blobs.ts';
import { orderCampaign } from '../../campaigns/orders.ts';
import type { Database } from '../../orm.ts';
import { addAlderAndTide, zone } from '../alder-and-tide/firm.ts';
import { addDeadLetter } from '../trouble-rows.ts';
import { importFairList } from './import.ts';
import { addTelephone } from './telephone.ts';

/** Some of the audience is left for tomorrow, so that the day shows what is still to come. */
const dailyLimit = 14;

/**
 * Makes the demo: Alder & Tide on a Tuesday morning at ten. The campaign is launched and the list is
 * imported by orders, so that relay and workers do the rest once they run.
 */
export async function fillDemo(
  database: Database,
  { appSecret, blobs }: { appSecret: string; blobs: BlobStore },
): Promise<void> {
  const now = Date.now();
  const clockOffsetMs = nextTuesdayMorning(now, zone) - now;
  const firm = await database.transaction(async (em) => {
    const made = await addAlderAndTide(em, { appSecret, blobs, clockOffsetMs, dailyLimit });
    await addTelephone(em, made, blobs);
    await addDeadLetter(em, made);
    return made;
  });
  const { workspaceId, campaignId, maren } = firm;
  const order = { orderId: v7(), workspaceId, userId: maren.id, campaignId };
  const launched = await database.transaction((em) => orderCampaign(em, 'launch', order));
  if (launched.kind !== 'done') throw new Error(`The campaign was not launched: ${launched.kind}`);
  await importFairList({ database, blobs, workspaceId, userId: maren.id });
}
