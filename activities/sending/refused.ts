import { openAlert } from '#db/alerts.ts';
import { pauseByProvider } from '#db/campaigns/pause-by-provider.ts';
import { heedFailure } from '#db/events/heed-failure.ts';
import { endMembership } from '#db/memberships.ts';
import type { Db } from '#db/orm.ts';
import { pauseSender } from '#db/sending/pause-sender.ts';
import { recordNotTaken } from '#db/sending/record-not-taken.ts';
import { recordRefusal } from '#db/sending/record.ts';
import type { SendRow } from '#db/sending/send-facts.ts';
import { refusalOf, type Provider, type Refusal } from '#domain/sending/refusals.ts';
import type { World } from '../world.ts';
import { again, shortHoldMs } from './again.ts';
import type { Delivery } from './deliver.ts';

/**
 * The provider said no: nothing was taken. One table says what follows (domain/sending/refusals.ts):
 * later, never there, never from that number, or nothing more until a person has looked.
 */
export async function takeRefusal(
  world: World,
  row: SendRow,
  { provider, code }: { provider: Provider; code: string },
): Promise<Delivery> {
  const refusal = refusalOf(provider, code);
  switch (refusal.action) {
    case 'retry-later':
      return later(world, row, refusal);
    case 'pause-sender':
      await world.database.transaction((em) => restSender(em, row, refusal));
      throw again(refusal.reason, 0);
    case 'stop-campaign-and-alert':
      return untilCured(world, row, refusal);
    case 'invalid-address':
    case 'landline':
    case 'suppress':
    case 'fail':
      return never(world, row, refusal);
  }
}

async function later(world: World, row: SendRow, refusal: Refusal): Promise<Delivery> {
  // The row was loaded before this attempt was counted.
  if (row.send.attempt + 1 >= (refusal.tries ?? 1)) return never(world, row, refusal);
  await world.database.transaction((em) => recordNotTaken(em, row, refusal.code));
  const delayMs = refusal.retryAfterMs ?? 1000;
  if (delayMs <= shortHoldMs) throw again(refusal.reason, delayMs);
  const now = row.now.getTime();
  return { kind: 'held', until: now + delayMs, now, why: refusal.reason };
}

async function never({ database }: World, row: SendRow, refusal: Refusal): Promise<Delivery> {
  const { send, address, membership } = row;
  return database.transaction(async (em) => {
    await recordRefusal(em, row, refusal.code);
    const failed = { id: send.id, workspaceId: send.workspaceId, addressId: address.id };
    await heedFailure(em, failed, refusal);
    if (!membership) return { kind: 'failed', code: refusal.reason };
    const wanted = refusal.action === 'suppress' ? 'suppressed' : 'failed';
    const ending = await endMembership(em, { membershipId: membership.id, ending: wanted });
    return { kind: 'over', ending };
  });
}

async function restSender(em: Db, row: SendRow, { code, reason }: Refusal): Promise<void> {
  const { workspaceId } = row.send;
  await recordNotTaken(em, row, code);
  const senderId = await pauseSender(em, { workspaceId, sendId: row.send.id, reason });
  await openAlert(em, {
    workspaceId,
    kind: 'sender-paused',
    subjectType: 'sender',
    subjectId: senderId,
    detail: { code, reason },
  });
}

/** A campaign stands still until somebody has looked; an answer of an agent fails, and says why. */
async function untilCured(world: World, row: SendRow, refusal: Refusal): Promise<Delivery> {
  const { campaign, send } = row;
  if (!campaign) return never(world, row, refusal);
  await world.database.transaction(async (em) => {
    const { workspaceId } = send;
    const { code, reason } = refusal;
    await recordNotTaken(em, row, code);
    await pauseByProvider(em, { workspaceId, campaignId: campaign.id, reason });
    await openAlert(em, {
      workspaceId,
      kind: 'campaign-stopped',
      subjectType: 'campaign',
      subjectId: campaign.id,
      detail: { code, reason },
    });
  });
  throw again(refusal.reason, 0);
}
