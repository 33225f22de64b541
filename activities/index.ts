import { taskQueues } from '#domain/names.ts';
import { createAccountActivities } from './accounts.ts';
import { createAttachmentActivities } from './attachments/attachments.ts';
import { createCampaignActivities } from './campaigns.ts';
import { createHistoryActivities } from './history/history.ts';
import { createSyncActivities } from './history/sync.ts';
import { createImportActivities } from './imports/imports.ts';
import { createSendActivities } from './sending.ts';
import { createSequenceActivities } from './sequences.ts';
import type { World } from './world.ts';

/** Which activities are done on which queue; how many at once keeps a blast from starving the rest. */
export function createActivities(world: World) {
  return [
    {
      taskQueue: taskQueues.campaignSends,
      atOnce: 40,
      activities: createSequenceActivities(world),
    },
    {
      taskQueue: taskQueues.conversationSends,
      atOnce: 20,
      activities: { ...createSendActivities(world), ...createAccountActivities(world) },
    },
    { taskQueue: taskQueues.campaigns, atOnce: 10, activities: createCampaignActivities(world) },
    {
      taskQueue: taskQueues.history,
      atOnce: 8,
      activities: { ...createHistoryActivities(world), ...createSyncActivities(world) },
    },
    {
      taskQueue: taskQueues.imports,
      atOnce: 4,
      activities: { ...createImportActivities(world), ...createAttachmentActivities(world) },
    },
  ];
}
