import type { Weekday } from '#domain/sending/open-hours.ts';

/** Channels that a message step can use. */
export type Channel = 'sms';

/** Made once by whoever inserts the step; kept through edit, move, undo and restore. */
export type StepId = string;

/** One wording of a message. There is at least one; a split of shares comes with a second. */
export type Variant = { id: string; text: string };

export type MessageStep = {
  id: StepId;
  kind: 'message';
  channel: Channel;
  title?: string;
  variants: readonly [Variant, ...Variant[]];
};

export type WaitUnit = 'minutes' | 'hours' | 'days';

export type WaitStep = { id: StepId; kind: 'wait'; amount: number; unit: WaitUnit };

/** Until the next such hour of the contact's day, on one of `days` where they are named. */
export type WaitUntilStep = {
  id: StepId;
  kind: 'wait-until';
  hour: number;
  minute: number;
  days?: readonly Weekday[];
};

export type ExitStep = { id: StepId; kind: 'exit'; label: string };

/**
 * A step of the tree. Blocks with child lists (condition, split) join this union later;
 * that is why places are named by the step they follow and never by a number.
 */
export type Block = MessageStep | WaitStep | WaitUntilStep | ExitStep;

export function messageText(step: MessageStep): string {
  return step.variants[0].text;
}

export function findStep(blocks: readonly Block[], id: StepId): Block | undefined {
  return blocks.find((block) => block.id === id);
}
