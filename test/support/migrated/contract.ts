import { defineSignal, proxyActivities } from '@temporalio/workflow';

/** Of a workflow that is in no product: it shows how one is changed while executions are on their way. */
export interface NoticeActivities {
  greet: () => Promise<void>;
  tell: (what: string) => Promise<void>;
}

export const woken = defineSignal('woken');

export const activities = proxyActivities<NoticeActivities>({
  taskQueue: 'imports',
  startToCloseTimeout: '10 seconds',
});
