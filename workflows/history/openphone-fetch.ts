import { proxyActivities, setHandler, sleep } from '@temporalio/workflow';
import { taskQueues } from '#domain/names.ts';
import { woken } from '../sequences/messages.ts';
import type { CallFetched, SyncActivities } from './sync-activities.ts';

const { fetchCall } = proxyActivities<SyncActivities>({
  taskQueue: taskQueues.history,
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute', maximumAttempts: 20 },
});

/** Parts are made within minutes; what takes longer is found at night. */
const waits = ['20 seconds', '2 minutes', '10 minutes'] as const;

/**
 * One call that its webhook could not tell whole, asked of the provider; again while something that belongs
 * to it is being made. A signal only says that it is wanted; it is looked at in any case.
 */
export async function openphoneFetch(input: { eventId: string }): Promise<CallFetched> {
  setHandler(woken, () => undefined);
  let fetched = await fetchCall(input);
  for (const wait of waits) {
    if (fetched !== 'unfinished') break;
    await sleep(wait);
    fetched = await fetchCall(input);
  }
  return fetched;
}
