import { proxyActivities } from '@temporalio/workflow';
import { taskQueues } from '#domain/names.ts';
import type { AttachmentActivities } from './activities.ts';

const { fetchAttachment } = proxyActivities<AttachmentActivities>({
  taskQueue: taskQueues.imports,
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '2 seconds', maximumInterval: '10 minutes' },
});

/**
 * One file that came with a message, fetched from the provider before the provider forgets it.
 * It ends when the file lies in our store, or when the row says why it never will. No signals.
 */
export function attachmentFetch(input: { attachmentId: string }): Promise<'stored' | 'failed'> {
  return fetchAttachment(input);
}
