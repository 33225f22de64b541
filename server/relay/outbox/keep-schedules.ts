import { watchedAccount, type WatchedAccount } from '#db/sync/watched-account.ts';
import type { Claimed } from '#db/outbox/claim.ts';
import { workflowIds, workflowTypes } from '#domain/names.ts';
import type { ScheduleToKeep } from '#server/engine.ts';
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
  if (!account) {
    for (const id of allOf(accountId)) await engine.dropSchedule(id);
    return;
  }
  for (const schedule of schedulesOf(account, accountId)) {
    await engine.keepSchedule({ ...schedule, workspaceId });
  }
}

type Schedule = Omit<ScheduleToKeep, 'workspaceId'>;

function schedulesOf({ provider, zone }: WatchedAccount, accountId: string): Schedule[] {
  const often = { everyMinutes: watchMinutes };
  const nightly = { ...night, zone };
  const input = { accountId };
  const { openphoneWatch, openphoneNight, twilioWatch, twilioNight } = workflowIds;
  switch (provider) {
    case 'openphone':
      return [
        { id: openphoneWatch(accountId), type: workflowTypes.openphoneWatch, input, when: often },
        { id: openphoneNight(accountId), type: workflowTypes.openphoneNight, input, when: nightly },
      ];
    case 'twilio': {
      const type = workflowTypes.twilioWatch;
      return [
        { id: twilioWatch(accountId), type, input: { accountId, hours: 1 }, when: often },
        { id: twilioNight(accountId), type, input: { accountId, hours: 72 }, when: nightly },
      ];
    }
  }
}

const allOf = (accountId: string): string[] => [
  workflowIds.openphoneWatch(accountId),
  workflowIds.openphoneNight(accountId),
  workflowIds.twilioWatch(accountId),
  workflowIds.twilioNight(accountId),
];
