import {
  callStatuses,
  type CallStatus,
  type MessageState,
  type PartState,
} from '../history/exchange.ts';

/** The provider's words for the same things differ by surface and version; all of them are read here. */

/** What is neither known nor ours went out: only what came in asks for anything. */
export const directionOf = (word: string): 'in' | 'out' =>
  word === 'incoming' || word === 'inbound' ? 'in' : 'out';

/** How far a message came; what came in has arrived. */
export function messageStateOf(direction: 'in' | 'out', status: string): MessageState {
  if (direction === 'in') return 'received';
  return sentStates[status] ?? 'sent';
}

const sentStates: Readonly<Record<string, MessageState>> = {
  queued: 'accepted',
  sent: 'sent',
  delivered: 'delivered',
  undelivered: 'undelivered',
  failed: 'undelivered',
};

const knownStatuses: ReadonlySet<string> = new Set(callStatuses);

export const callStatusOf = (status: string): CallStatus =>
  knownStatuses.has(status) ? (status as CallStatus) : 'unknown';

/** Summaries and transcripts; a state that is not told counts as done. */
export function partStateOf(status: string): PartState {
  switch (status) {
    case 'absent':
    case 'failed':
      return status;
    case 'in-progress':
    case 'processing':
    case 'queued':
      return 'in-progress';
    default:
      return 'completed';
  }
}
