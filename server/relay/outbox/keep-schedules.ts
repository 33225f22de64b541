import { watchedAccount } from '#db/sync/watched-account.ts';
import type { Claimed } from '#db/outbox/claim.ts';
import { workflowIds, workflowTypes } from '#domain/names.ts';
import type { DeliverDeps } from './deliver.ts';

const watchMinutes = 5;
/** At night in the firm's zone, when few write; not on the hour, when everybody's jobs begin. */
const night = { hour: 3, minute: 10 };

/** Has an account watched and compared each night, or no longer where it is gone. Bears repetition. */
export async function keepSchedules(
  { database, engine }: DeliverDeps,
  { workspaceId, key: accountId }: Claimed,
): Promise<void> {
  const account = await watchedAccount(database.fork(), { workspaceId, accountId });
  const watch = workflowIds.openphoneWatch(accountId);
  const nightly = workflowIds.openphoneNight(accountId);
  if (!account) {
    await engine.dropSchedule(watch);
    await engine.dropSchedule(nightly);
    return;
  }
  const shared = { input: { accountId }, workspaceId };
  await engine.keepSchedule({
    ...shared,
    id: watch,
    type: workflowTypes.openphoneWatch,
    when: { everyMinutes: watchMinutes },
  });
  await engine.keepSchedule({
    ...shared,
    id: nightly,
    type: workflowTypes.openphoneNight,
    when: { ...night, zone: account.zone },
  });
}
