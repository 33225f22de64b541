import type { Ending } from '#domain/campaigns/membership.ts';
import type { Onward, StepResult } from '#domain/sequences/step-result.ts';

/** What a walk asks of the outside world; activities/sequences.ts answers. */
export interface WalkActivities {
  /** Decides, sends and records one message step; safe to repeat, never sends twice. */
  sendStep: (input: { membershipId: string; stepId: string; visit: number }) => Promise<StepResult>;
  /** Works out how long the waits at the head of a sequence last for this person. */
  passWaits: (input: { membershipId: string; after: string | null }) => Promise<Onward>;
  /** Writes down that the walk has come to an exit, or to the end of the list. */
  endWalk: (input: { membershipId: string; stepId: string | null }) => Promise<Ending>;
}
