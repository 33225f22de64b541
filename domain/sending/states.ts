/**
 * The life of a send. Before the call: `queued`, `held` (until an instant), `parked` (until somebody
 * acts); `dropped` is the gate's last word. `sending` is the call, `refused` the provider's no to it,
 * `unconfirmed` waits for proof. What was taken goes on from `accepted`.
 */
export type SendState =
  | 'queued'
  | 'held'
  | 'parked'
  | 'dropped'
  | 'sending'
  | 'refused'
  | 'unconfirmed'
  | 'accepted'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'failed'
  | 'read';

const ranks: Record<SendState, number> = {
  queued: 0,
  held: 0,
  parked: 0,
  dropped: 0,
  sending: 1,
  refused: 2,
  unconfirmed: 2,
  accepted: 3,
  sent: 4,
  delivered: 5,
  undelivered: 5,
  failed: 5,
  read: 6,
};

export function rankOf(state: SendState): number {
  return ranks[state];
}

/** Callbacks come in any order: only a higher rank moves a send, so the first final word stays. */
export function afterFact(state: SendState, fact: SendState): SendState {
  return ranks[fact] > ranks[state] ? fact : state;
}

/** Nothing more is expected, though `read` may still follow `delivered`. */
export function isFinal(state: SendState): boolean {
  return state === 'dropped' || state === 'refused' || ranks[state] >= ranks.delivered;
}

/** The provider has it or may have it: never to be called again without proof that it has not. */
export function mayBeTaken(state: SendState): boolean {
  return state === 'sending' || state === 'unconfirmed' || ranks[state] >= ranks.accepted;
}
