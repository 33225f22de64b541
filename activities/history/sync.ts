import { openHistoryImport } from '#db/history/open-import.ts';
import { heedLate } from '#db/sync/heed-late.ts';
import { repairRun, settleRepairRun } from '#db/sync/repair.ts';
import { missingActivity, openGap, recordWatch } from '#db/sync/watch.ts';
import { watchedAccount } from '#db/sync/watched-account.ts';
import { usualSpeed } from '#domain/history/run.ts';
import type { GapFound, SyncActivities } from '#workflows/history/sync-activities.ts';
import { alive } from '../alive.ts';
import { historyClients, type HistoryWorld } from './account.ts';
import { catchUpTwilio } from './catch-up-twilio.ts';
import { fetchCallOf } from './fetch-call.ts';
import { movedSince } from './moved-since.ts';

/** The watch looks back behind what it has seen: lists are late, and clocks differ. */
const overlapMs = 10 * 60_000;
const nightMs = 3 * 86_400_000;

type OfRepair = { accountId: string; importId: string };

/**
 * What watching over a telephone account asks of the world.
 * @param how.graceMs so long a webhook may take before what it tells counts as missing
 */
export function createSyncActivities(
  world: HistoryWorld,
  { graceMs } = { graceMs: 2 * 60_000 },
): SyncActivities {
  const { database } = world;
  const clients = historyClients(world);

  return {
    lookForGap: (input) => alive(() => lookForGap(input)),
    openNight,
    settleRepair,
    fetchCall: ({ eventId }) => fetchCallOf(database, clients, eventId),
    catchUpTwilio: (input) => alive(() => catchUpTwilio(world, { ...input, graceMs })),
  };

  async function lookForGap({ accountId, importId }: OfRepair): Promise<GapFound> {
    const account = await watchedAccount(database.fork(), { accountId });
    if (account?.state !== 'active') return { kind: 'idle' };
    const of = { workspaceId: account.workspaceId, accountId };
    const gap = await openGap(database.fork(), of);
    // Somebody holds it, or whoever walked it is no more.
    if (gap) return gap.state === 'paused' ? { kind: 'idle' } : { kind: 'gap', importId: gap.id };
    const client = await clients({ ...of, perSecond: usualSpeed });
    if (typeof client === 'string') return { kind: 'idle' };
    const judgedUntil = new Date(Date.now() - graceMs);
    const since = new Date(account.knownUntil.getTime() - overlapMs);
    const moved = await movedSince(client, since);
    if (!moved) return { kind: 'idle' };
    const due = moved.filter(({ at }) => Date.parse(at) <= judgedUntil.getTime());
    return database.transaction(async (em) => {
      const missing = await missingActivity(em, of, due);
      const whole = missing.length === 0;
      await recordWatch(em, { ...of, knownUntil: whole ? judgedUntil : null });
      if (whole) return { kind: 'none' };
      await openHistoryImport(em, { ...of, id: importId, kind: 'gap', since });
      return { kind: 'gap', importId };
    });
  }

  async function openNight({ accountId, importId }: OfRepair): Promise<'opened' | 'no'> {
    const account = await watchedAccount(database.fork(), { accountId });
    if (account?.state !== 'active') return 'no';
    const { workspaceId } = account;
    const since = new Date(Date.now() - nightMs);
    await database.transaction((em) =>
      openHistoryImport(em, { id: importId, workspaceId, accountId, kind: 'nightly', since }),
    );
    return 'opened';
  }

  async function settleRepair({ importId }: OfRepair): Promise<number> {
    return database.transaction(async (em) => {
      const repair = await repairRun(em, importId);
      if (!repair) return 0;
      const { workspaceId, accountId, since, state } = repair;
      if (since) await heedLate(em, { workspaceId, accountId, since });
      if (state === 'complete') await settleRepairRun(em, repair);
      return repair.written;
    });
  }
}
