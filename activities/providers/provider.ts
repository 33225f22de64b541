import type { PastNumber } from '#domain/history/exchange.ts';

/** What sending asks of a provider of messages; one file per provider answers. */
export interface MessagingProvider {
  /** One call, aborted within callTimeMs; it never throws for what the provider or the network did. */
  send: (message: OutgoingMessage) => Promise<CallResult>;
  /** Messages from one number to another that the provider holds since an instant, oldest first. */
  list: (pair: { from: string; to: string; since: Date }) => Promise<ListedMessage[]>;
  /** Whether the credentials are right. */
  check: () => Promise<Checked>;
}

/** `numbers` are all that the account holds, where the provider tells them. */
export type Checked = { ok: true; numbers?: readonly PastNumber[] } | { ok: false; code: string };

export interface OutgoingMessage {
  from: string;
  to: string;
  body: string;
  /** Ours; goes along where a provider can carry it back. */
  sendId: string;
}

/**
 * `refused`, `busy` and `unreachable` are proof that nothing was taken;
 * `unknown` is none: the message may be on its way.
 */
export type CallResult =
  | { kind: 'accepted'; providerId: string; segments: number | null; priceMicros: number | null }
  | { kind: 'refused'; code: string }
  | { kind: 'busy'; retryAfterMs: number | null }
  | { kind: 'unreachable'; code: string }
  | { kind: 'unknown'; code: string };

export interface ListedMessage {
  providerId: string;
  createdAt: Date;
  /** Only of a provider that keeps texts as they were given, and where others write by the same number too. */
  body?: string;
}
