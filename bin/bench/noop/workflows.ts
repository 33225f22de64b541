import { proxyActivities, sleep } from '@temporalio/workflow';
import { noopQueues, type NoopActivities, type NoopInput } from './contract.ts';

const { nothing } = proxyActivities<NoopActivities>({
  taskQueue: noopQueues.activities,
  startToCloseTimeout: '45 seconds',
  heartbeatTimeout: '12 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds' },
});

/** The shape of a membership, with nothing in it: what the engine and its SDK cost by themselves. */
export async function noop({ steps, waitMs }: NoopInput): Promise<'finished'> {
  for (let step = 0; step < steps; step++) {
    if (step > 0) await sleep(waitMs);
    await nothing({ step });
  }
  return 'finished';
}
