import { continueAsNew, proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { Ending } from '#domain/campaigns/membership.ts';
import { taskQueues } from '#domain/names.ts';
import type { Skeleton } from '#domain/sequences/skeleton.ts';
import { nextStretch } from '#domain/sequences/walk.ts';
import type { WalkActivities } from './activities.ts';
import { Walk, type Standing } from './walk.ts';

export interface MembershipInput {
  membershipId: string;
  /** The steps of the pinned version, without texts. */
  skeleton: Skeleton;
  /** How far the workspace's clock ran ahead of the engine's when the walk began; 0 where it is live. */
  clockOffsetMs: number;
  /** Where an earlier run of the same walk stood. */
  standing?: Standing;
}

const { sendStep, passWaits, endWalk } = proxyActivities<WalkActivities>({
  taskQueue: taskQueues.campaignSends,
  startToCloseTimeout: '45 seconds',
  heartbeatTimeout: '12 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds' },
});

/**
 * One contact's walk through one sequence: wait, send, repeat.
 * It ends when the steps run out, and at once when the person replies or opts out, or somebody stops it.
 * Whether, when and from which number a message goes is decided in sendStep, which may hold a step
 * until an instant, or park it until somebody acts; the walk itself only keeps the time.
 * `ended` says that the row has its ending already; `woken` that it is worth another look.
 */
export async function membership(input: MembershipInput): Promise<Ending> {
  const { membershipId, skeleton } = input;
  const walk = new Walk(skeleton, input.clockOffsetMs, input.standing);

  const startsWithWait = nextStretch(skeleton, null).waits.length > 0;
  if (startsWithWait && !input.standing) {
    walk.onward(await passWaits({ membershipId, after: null }));
  }
  while (!walk.ending) {
    await walk.untilDue();
    if (walk.ending) break;
    if (walk.step?.kind === 'message') await deliver(walk, membershipId, walk.step.id);
    else if (walk.due) walk.end(await endWalk({ membershipId, stepId: walk.step?.id ?? null }));
    if (workflowInfo().continueAsNewSuggested && !walk.ending) {
      await continueAsNew<typeof membership>({ ...input, standing: walk.standing });
    }
  }
  return walk.ending;
}

/** Until the message is gone or the walk over. The first look may be early: then the gate holds it. */
async function deliver(walk: Walk, membershipId: string, stepId: string): Promise<void> {
  while (!walk.ending) {
    const seen = walk.news();
    const result = await sendStep({ membershipId, stepId, visit: 1 });
    switch (result.kind) {
      case 'sent':
        walk.sent(stepId, result.onward);
        return;
      case 'held':
        await walk.hold(result.until, result.why, seen);
        break;
      case 'parked':
        await walk.park(result.why, seen);
        break;
      case 'over':
        walk.end(result.ending);
        break;
      case 'failed':
        walk.end('failed');
    }
  }
}
