/** How a walk ended. `exited` carries the label of its exit step in the row. */
export type Ending =
  | 'finished'
  | 'exited'
  | 'replied'
  | 'opted-out'
  | 'suppressed'
  | 'no-consent'
  | 'stopped'
  | 'campaign-stopped'
  | 'erased'
  | 'failed';

/** `excluded` never starts; only `enrolled` is started; `ended` never moves again. */
export type MembershipState = 'excluded' | 'enrolled' | 'walking' | 'ended';

/**
 * What frees a walk that stands still. `release` is its turn in the campaign, `due` a timer,
 * `resume` the end of a pause, `person` a decision, `delivery` word from the provider.
 */
export type Awaits = 'release' | 'due' | 'resume' | 'person' | 'delivery';

/** What the workflow answers when asked where a person stands. Instants are epoch milliseconds. */
export type Progress = {
  stepId: string | null;
  messagesSent: number;
  dueAt: number | null;
  held: string | null;
  parked: string | null;
  ending: Ending | null;
};

/** Orders that a person gives for one walk. */
export type MembershipOrder = 'pause' | 'resume' | 'send-now' | 'stop';

/** What may be ordered now; the page shows no others and the server takes no others. */
export function membershipOrders(
  state: MembershipState,
  paused: boolean,
): readonly MembershipOrder[] {
  switch (state) {
    case 'excluded':
    case 'ended':
      return [];
    case 'enrolled':
      return paused ? ['resume', 'stop'] : ['pause', 'stop'];
    case 'walking':
      return paused ? ['resume', 'stop'] : ['pause', 'send-now', 'stop'];
  }
}
