import type { EventKind } from '#domain/inbox/event-kind.ts';
import type { Provider } from '#domain/sending/refusals.ts';

/** An event as the relay takes it up. */
export interface StoredEvent {
  id: string;
  workspaceId: string;
  providerAccountId: string;
  provider: Provider;
  kind: EventKind;
  /** The provider's own name of the account. */
  accountExternalId: string;
  query: string;
  body: string;
  receivedAt: Date;
  attempts: number;
}

/** What became of it. `later` is tried again for a quarter of an hour; `dead` waits for a person. */
export type Applied =
  | { kind: 'applied' }
  | { kind: 'later'; reason: string }
  | { kind: 'dead'; reason: string };

export const applied: Applied = { kind: 'applied' };
