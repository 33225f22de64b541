import { executeChild, proxyActivities, uuid4 } from '@temporalio/workflow';
import { taskQueues, workflowIds, workflowTypes } from '#domain/names.ts';
import type { SyncActivities } from './sync-activities.ts';

const { lookForGap, settleRepair } = proxyActivities<SyncActivities>({
  taskQueue: taskQueues.history,
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '10 seconds',
  // A watch that cannot look ends; the next one looks as far back.
  retry: { initialInterval: '2 seconds', maximumInterval: '30 seconds', maximumAttempts: 5 },
});

/**
 * Every few minutes: does the provider know of something that no webhook told? Then it is brought in by the
 * same walk as the past. While one runs, the schedule starts no other. No signals.
 */
export async function openphoneWatch({ accountId }: { accountId: string }): Promise<string> {
  const found = await lookForGap({ accountId, importId: uuid4() });
  if (found.kind !== 'gap') return found.kind;
  const { importId } = found;
  if (!(await walked(importId))) return 'idle';
  await settleRepair({ accountId, importId });
  return found.kind;
}

/** @returns false where somebody else walks it: a watch that was asked for besides, or an order */
async function walked(importId: string): Promise<boolean> {
  try {
    const workflowId = workflowIds.openphoneImport(importId);
    await executeChild(workflowTypes.openphoneImport, { workflowId, args: [{ importId }] });
    return true;
  } catch (error) {
    if ((error as Error).name === 'WorkflowExecutionAlreadyStartedError') return false;
    throw error;
  }
}
