import type { Context } from 'hono';
import type { Credentials } from '#db/credentials.ts';
import type { ReadCall } from '#db/events/take-in.ts';
import type { EventKind } from '#domain/inbox/event-kind.ts';
import type { OpenAccount } from './accounts.ts';

/** A webhook as it was called. */
export interface Request {
  /** The configured public base, with path and query exactly as they were called. */
  url: string;
  /** In lower case; those that the provider's object names, and no others. */
  headers: Record<string, string>;
  body: string;
  /** When it came, epoch ms. */
  at: number;
  /** How far the clock of the provider may be from ours, where it signs an instant. */
  toleranceMs: number;
}

/** Whether the account sent it; everything but `signed` is why it goes to the quarantine. */
export type Verdict = 'signed' | 'no-signature' | 'signature' | 'stale';

/** A signed webhook, before anything is known of what it says. */
export interface Call {
  account: Pick<OpenAccount, 'id' | 'workspaceId' | 'provider' | 'externalId'>;
  kind: EventKind;
  /** With the question mark; empty where there is none. */
  query: string;
  headers: Record<string, string>;
  body: string;
}

/** Who said what to whom, as it was written. */
export interface Quoted {
  from: string;
  to: string;
  text: string;
  /** How far a message of ours came, or how a call ended; empty for what was written to us. */
  status: string;
}

/** How one provider calls us: all that the way in must know of it. */
export interface WebhookProvider {
  name: string;
  /** What may follow `/webhooks/<name>/<account key>`. */
  paths: readonly string[];
  /** The longest body that is read. */
  bodyBytes: number;
  /** Headers that are kept with the event. */
  headers: readonly string[];
  /** Headers that prove who called; only the quarantine keeps them, to look again. */
  proofs: readonly string[];
  /** A method, so that each provider takes the credentials of its own shape. */
  judge(credentials: Credentials, request: Request): Verdict;
  kindOf: (request: Pick<Request, 'url' | 'body'>) => EventKind;
  read: (call: Call) => ReadCall;
  /** What a person is shown of one that lies aside; null where nothing could be read. */
  quote: (body: string) => Quoted | null;
  /** What the provider hears when its webhook is safe with us. */
  thank: (c: Context, kind: EventKind) => Response;
}

export const queryOf = (url: string): string =>
  url.includes('?') ? url.slice(url.indexOf('?')) : '';
