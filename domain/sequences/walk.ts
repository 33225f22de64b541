import type { Skeleton, SkeletonExit, SkeletonMessage, SkeletonStep } from './skeleton.ts';
import type { StepId, WaitStep, WaitUntilStep } from './step.ts';

/** What lies ahead: the waits to pass, then a message, an exit or the end of the list. */
export type Stretch = {
  waits: readonly (WaitStep | WaitUntilStep)[];
  step: SkeletonMessage | SkeletonExit | null;
};

/** The step after `after`; the first where `after` is null; undefined at the end. */
export function nextStep(skeleton: Skeleton, after: StepId | null): SkeletonStep | undefined {
  return skeleton[after === null ? 0 : positionOf(skeleton, after)];
}

/** Everything between `after` and the next thing that is done. */
export function nextStretch(skeleton: Skeleton, after: StepId | null): Stretch {
  const waits: (WaitStep | WaitUntilStep)[] = [];
  let step = nextStep(skeleton, after);
  while (step && (step.kind === 'wait' || step.kind === 'wait-until')) {
    waits.push(step);
    step = nextStep(skeleton, step.id);
  }
  return { waits, step: step ?? null };
}

/**
 * Place of a step counted from 1, as people count.
 * A step that the version does not have would restart the walk, so it is an error of the caller.
 */
export function positionOf(skeleton: Skeleton, id: StepId): number {
  const index = skeleton.findIndex((step) => step.id === id);
  if (index < 0) throw new Error(`no step ${id} in this version`);
  return index + 1;
}

/** How many messages a person gets who walks to the end. */
export function messageCount(skeleton: Skeleton): number {
  const exit = skeleton.findIndex((step) => step.kind === 'exit');
  const walked = exit < 0 ? skeleton : skeleton.slice(0, exit);
  return walked.filter((step) => step.kind === 'message').length;
}
