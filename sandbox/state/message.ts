import type { QuoMessage } from '../openphone/records.ts';

/** The states a message passes here; the words are Twilio's (docs/providers/twilio.md). */
export type Status =
  | 'accepted'
  | 'queued'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'failed'
  | 'received';

/** Who made it: a client of the API, a person at a phone, or the provider itself (keyword replies). */
export type Origin = 'api' | 'phone' | 'provider';

/** One state at one real instant (epoch ms); `told` once the webhook about it has been dealt with. */
export type Mark = { readonly status: Status; readonly at: number; told?: true };

/** A message as it was accepted: what the journal keeps of it for good. */
export type Accepted = {
  readonly seq: number;
  readonly sid: string;
  readonly account: string;
  readonly origin: Origin;
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly segments: number;
  /** Addresses that the client gave, or media sids (ME...) of pictures that a phone sent. */
  readonly media: readonly string[];
  readonly acceptedAt: number;
  readonly first: Status;
  /** Every other form field as it was posted; for an inbound message the extra webhook fields. */
  readonly fields: Readonly<Record<string, string>>;
  readonly statusCallback?: string;
  /** Of a message that goes by Quo; without it, it goes by Twilio. */
  readonly openphone?: QuoMessage;
};

export type Message = Accepted & { readonly marks: Mark[]; errorCode?: number };

const TERMINAL: ReadonlySet<Status> = new Set(['delivered', 'undelivered', 'failed', 'received']);

export function statusOf(message: Message): Status {
  return message.marks.at(-1)?.status ?? message.first;
}

export function isTerminal(status: Status): boolean {
  return TERMINAL.has(status);
}

/** The real instant of a state, or undefined while it has not been reached. */
export function reachedAt(message: Message, status: Status): number | undefined {
  return message.marks.find((mark) => mark.status === status)?.at;
}
