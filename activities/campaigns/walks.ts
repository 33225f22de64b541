import { getClient } from '@temporalio/activity';
import {
  WorkflowExecutionAlreadyStartedError,
  defineSearchAttributeKey,
  TypedSearchAttributes,
} from '@temporalio/common';
import { searchAttributes, taskQueues, workflowIds, workflowTypes } from '#domain/names.ts';
import type { DueWalk } from '#db/campaigns/release.ts';
import type { Skeleton } from '#domain/sequences/skeleton.ts';
import type { MembershipInput } from '#workflows/sequences/membership.ts';

const atOnce = 25;
const workspaceKey = defineSearchAttributeKey(searchAttributes.workspaceId, 'KEYWORD');
const campaignKey = defineSearchAttributeKey(searchAttributes.campaignId, 'KEYWORD');

export interface WalksToStart {
  workspaceId: string;
  campaignId: string;
  walks: readonly DueWalk[];
  skeleton: Skeleton;
}

/** Starts the workflow of each; one that is there already is left alone. */
export async function startWalks(due: WalksToStart): Promise<void> {
  const { workspaceId, campaignId, walks, skeleton } = due;
  const attributes = new TypedSearchAttributes([
    { key: workspaceKey, value: workspaceId },
    { key: campaignKey, value: campaignId },
  ]);
  await eachOf(walks, async ({ id: membershipId, clockOffsetMs }) => {
    const input: MembershipInput = { membershipId, skeleton, clockOffsetMs };
    await getClient()
      .workflow.start(workflowTypes.membership, {
        args: [input],
        workflowId: workflowIds.membership(membershipId),
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        taskQueue: taskQueues.workflows,
        priority: { fairnessKey: workspaceId },
        typedSearchAttributes: attributes,
      })
      .catch(unlessThere);
  });
}

function unlessThere(error: unknown): void {
  if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
}

/** A few at once. */
async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of queue) await work(item);
    }),
  );
}
