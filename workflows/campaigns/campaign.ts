import {
  condition,
  continueAsNew,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { taskQueues } from '#domain/names.ts';
import { woken } from '../sequences/messages.ts';
import type { CampaignActivities } from './activities.ts';

const { enrolAudience, releaseDue, closeWalks } = proxyActivities<CampaignActivities>({
  taskQueue: taskQueues.campaigns,
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '5 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds' },
});

/**
 * One launch, from the audience to the last walk.
 * First the audience becomes memberships, each with its day and place; then the due ones are started,
 * day by day. It is over when the last walk is, or when somebody stops it: then the open walks are closed.
 * Pause, resume and stop are rows that the activities read; `woken` only says that there is news.
 */
export async function campaign(input: { campaignId: string; enrolled?: boolean }): Promise<string> {
  const state = { looks: 0 };
  setHandler(woken, () => void (state.looks += 1));

  if (!input.enrolled) await enrolAudience({ campaignId: input.campaignId });
  for (;;) {
    const seen = state.looks;
    const result = await releaseDue({ campaignId: input.campaignId });
    if (result.kind === 'complete') return 'complete';
    if (result.kind === 'stopped') {
      await closeWalks({ campaignId: input.campaignId });
      return 'stopped';
    }
    const news = () => state.looks > seen;
    if (result.waitMs === null) await condition(news);
    else await condition(news, Math.max(1, result.waitMs));
    if (workflowInfo().continueAsNewSuggested) {
      await continueAsNew<typeof campaign>({ campaignId: input.campaignId, enrolled: true });
    }
  }
}
