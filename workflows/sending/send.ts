import { condition, proxyActivities, setHandler } from '@temporalio/workflow';
import { taskQueues } from '#domain/names.ts';
import { woken } from '../sequences/messages.ts';
import type { SendActivities } from './activities.ts';

const { deliverSend } = proxyActivities<SendActivities>({
  taskQueue: taskQueues.conversationSends,
  startToCloseTimeout: '45 seconds',
  heartbeatTimeout: '12 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds' },
});

/**
 * One message on its own: an agent's reply, the confirmation of an opt-out, an answer to HELP, a test.
 * It passes the same gate as every other message, on a queue of its own, so that no campaign delays it.
 * Held, it waits and is looked at again; parked, it waits for `woken`.
 */
export async function send(input: { sendId: string }): Promise<string> {
  const state = { looks: 0 };
  setHandler(woken, () => void (state.looks += 1));

  for (;;) {
    const seen = state.looks;
    const result = await deliverSend(input);
    if (result.kind === 'done') return result.state;
    const news = () => state.looks > seen;
    if (result.waitMs === null) await condition(news);
    else await condition(news, Math.max(1, result.waitMs));
  }
}
