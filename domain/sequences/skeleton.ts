import type { Block, Channel, ExitStep, StepId, WaitStep, WaitUntilStep } from './step.ts';

export type SkeletonMessage = { id: StepId; kind: 'message'; channel: Channel };

export type SkeletonExit = Pick<ExitStep, 'id' | 'kind'>;

export type SkeletonStep = SkeletonMessage | WaitStep | WaitUntilStep | SkeletonExit;

/** The steps of a version without texts and labels: all that a workflow needs to walk it. */
export type Skeleton = readonly SkeletonStep[];

/** Largest skeleton that a workflow takes as its argument, as JSON in bytes. */
export const skeletonLimit = 4096;

export function skeletonOf(blocks: readonly Block[]): Skeleton {
  return blocks.map(bare);
}

/** Ids and figures are plain ASCII, so characters are bytes. */
export function skeletonSize(skeleton: Skeleton): number {
  return JSON.stringify(skeleton).length;
}

function bare(block: Block): SkeletonStep {
  switch (block.kind) {
    case 'message':
      return { id: block.id, kind: 'message', channel: block.channel };
    case 'exit':
      return { id: block.id, kind: 'exit' };
    case 'wait':
    case 'wait-until':
      return block;
  }
}
