import { proxyActivities } from '@temporalio/workflow';
import { taskQueues } from '#domain/names.ts';
import type { AccountActivities } from './activities.ts';

// Somebody sits before the page and waits: the quick queue, which no campaign fills.
const { checkAccount } = proxyActivities<AccountActivities>({
  taskQueue: taskQueues.conversationSends,
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds' },
});

/**
 * One look at the credentials of a provider account, because a person asked for it; the page may call no
 * provider itself. It ends with what the provider said, also where that is a refusal. No signals.
 */
export function accountCheck(input: { accountId: string; orderId: string }): Promise<string> {
  return checkAccount(input);
}
