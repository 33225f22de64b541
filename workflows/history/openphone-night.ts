import { executeChild, proxyActivities, uuid4 } from '@temporalio/workflow';
import { taskQueues, workflowIds, workflowTypes } from '#domain/names.ts';
import type { SyncActivities } from './sync-activities.ts';

const { openNight, settleRepair } = proxyActivities<SyncActivities>({
  taskQueue: taskQueues.history,
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '2 seconds', maximumInterval: '1 minute' },
});

/**
 * Each night: the last days are read once more, and whatever is missing or changed is written. How much that
 * was is the drift. No signals.
 * @returns the drift; null where the account is not in use
 */
export async function openphoneNight({ accountId }: { accountId: string }): Promise<number | null> {
  const importId = uuid4();
  if ((await openNight({ accountId, importId })) === 'no') return null;
  await executeChild(workflowTypes.openphoneImport, {
    workflowId: workflowIds.openphoneImport(importId),
    args: [{ importId }],
  });
  return settleRepair({ accountId, importId });
}
