import type { Ending } from '#domain/campaigns/membership.ts';

/** What comes after a step: the instant at which its waits are over, or the end of the walk. */
export type Onward = { kind: 'due'; dueAt: number } | { kind: 'over'; ending: Ending };

/**
 * What became of a message step; instants are epoch milliseconds of the workspace's clock.
 * `held` has an instant at which it is looked at again, `parked` has none: somebody must act.
 */
export type StepResult =
  | { kind: 'sent'; onward: Onward }
  | { kind: 'held'; until: number; why: string }
  | { kind: 'parked'; why: string }
  | { kind: 'over'; ending: Ending }
  | { kind: 'failed'; code: string };
