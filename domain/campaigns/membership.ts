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

/** What frees a walk that stands still. Only `time` has a timer; all others are woken. */
export type Awaits =
  | { kind: 'start'; at: number | null }
  | { kind: 'time'; until: number; why: string }
  | { kind: 'resume'; of: 'workspace' | 'campaign' | 'membership' | 'sender' }
  | { kind: 'person'; why: string }
  | { kind: 'provider'; since: number };

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
