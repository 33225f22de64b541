import type { ExclusionReason } from '#domain/campaigns/exclusion.ts';
import type {
  Awaits,
  Ending,
  MembershipOrder,
  MembershipState,
} from '#domain/campaigns/membership.ts';
import type { Passport } from '#domain/sending/passport.ts';
import type { SendState } from '#domain/sending/states.ts';
import type { Block } from '#domain/sequences/step.ts';

/** One walk as its page shows it; instants of the workspace's clock. */
export interface MembershipProps {
  id: string;
  name: string;
  contactId: string;
  conversationId: string | null;
  phone: string | null;
  place: string;
  zone: string | null;
  zoneSource: string | null;
  campaign: { id: string; name: string };
  sequence: { name: string; version: number; blocks: readonly Block[] };
  state: MembershipState;
  excludedReason: ExclusionReason | null;
  stepId: string | null;
  awaits: Awaits | null;
  dueAt: Date | null;
  plannedAt: Date | null;
  plannedRank: number | null;
  enrolled: number;
  held: { until: number | null; rule: string; why: string } | null;
  pausedAt: Date | null;
  ending: Ending | null;
  endingLabel: string | null;
  endedAt: Date | null;
  enteredAt: Date;
  sends: readonly StepSend[];
  given: readonly { kind: string; at: Date; by: string | null }[];
  /** Orders that this viewer may give now. */
  orders: readonly MembershipOrder[];
  /** Its history in Temporal UI, while the engine keeps it. */
  engineUrl: string | null;
}

export interface StepSend {
  stepId: string;
  state: SendState;
  at: Date | null;
  decidedAt: Date | null;
  body: string | null;
  segments: number | null;
  errorCode: string | null;
  passport: Passport | null;
  sender: string | null;
}

/** When the next look is: the end of a hold, else the end of the wait. */
export function nextLookAt({ held, dueAt }: MembershipProps): Date | null {
  return held?.until ? new Date(held.until) : dueAt;
}
