import { getClient } from '@temporalio/activity';
import {
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  defineSearchAttributeKey,
  TypedSearchAttributes,
} from '@temporalio/common';
import {
  searchAttributes,
  signalNames,
  taskQueues,
  workflowIds,
  workflowTypes,
} from '#domain/names.ts';
import type { Skeleton } from '#domain/sequences/skeleton.ts';
import type { MembershipInput } from '#workflows/sequences/membership.ts';

const atOnce = 25;
const workspaceKey = defineSearchAttributeKey(searchAttributes.workspaceId, 'KEYWORD');
const campaignKey = defineSearchAttributeKey(searchAttributes.campaignId, 'KEYWORD');

export interface WalksToStart {
  workspaceId: string;
  campaignId: string;
  membershipIds: readonly string[];
  skeleton: Skeleton;
  clockOffsetMs: number;
}

/** Starts the workflow of each; one that is there already is left alone. */
export async function startWalks(walks: WalksToStart): Promise<void> {
  const { workspaceId, campaignId, membershipIds, skeleton, clockOffsetMs } = walks;
  const attributes = new TypedSearchAttributes([
    { key: workspaceKey, value: workspaceId },
    { key: campaignKey, value: campaignId },
  ]);
  await eachOf(membershipIds, async (membershipId) => {
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

/** Tells each that there is news; one that has ended needs none. */
export async function wakeWalks(membershipIds: readonly string[]): Promise<void> {
  await eachOf(membershipIds, async (membershipId) => {
    const handle = getClient().workflow.getHandle(workflowIds.membership(membershipId));
    await handle.signal(signalNames.woken).catch((error: unknown) => {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    });
  });
}

function unlessThere(error: unknown): void {
  if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
}

/** A few at once. */
async function eachOf(ids: readonly string[], work: (id: string) => Promise<void>): Promise<void> {
  const queue = ids.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const id of queue) await work(id);
    }),
  );
}
