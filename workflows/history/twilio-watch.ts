import { proxyActivities } from '@temporalio/workflow';
import { taskQueues } from '#domain/names.ts';
import type { CaughtUp, SyncActivities } from './sync-activities.ts';

const { catchUpTwilio } = proxyActivities<SyncActivities>({
  taskQueue: taskQueues.history,
  // After a long absence the list is long.
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '10 seconds',
  // A watch that cannot look ends; the next one looks as far back.
  retry: { initialInterval: '2 seconds', maximumInterval: '30 seconds', maximumAttempts: 5 },
});

/**
 * Every few minutes, and each night further back: does Twilio hold something that no webhook told? It tries
 * one for seconds only. What is found is stored as though its webhook had come. No signals.
 * @returns how much it was; null where the account is not in use
 */
export function twilioWatch(input: { accountId: string; hours: number }): Promise<CaughtUp | null> {
  return catchUpTwilio(input);
}
