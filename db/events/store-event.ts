import type { EventKind } from '#domain/inbox/event-kind.ts';
import { wakeAfterCommit } from '../notifier.ts';
import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';

/** A signed webhook as it came. */
export interface NewEvent {
  workspaceId: string;
  providerAccountId: string;
  provider: string;
  kind: EventKind;
  /** Unique per account and kind; a repetition is not stored again. */
  dedupeKey: string;
  /** Events of one key are applied in the order in which they came. */
  orderKey: string;
  /** Of the address that was called, with the question mark; empty where it had none. */
  query: string;
  headers: Record<string, string>;
  body: string;
  keyword: string | null;
  /** Why it cannot be applied: then it is kept as a dead letter. */
  deadBecause: string | null;
  /** No webhook told it; the provider was asked. */
  found?: boolean;
}

/**
 * Stores an event and wakes the lane of the relay that applies its kind.
 * @returns its id, or null where it was stored before
 */
export async function storeEvent(em: Db, event: NewEvent): Promise<string | null> {
  const stored = await firstRow<{ id: string }>(
    em,
    sql`insert into provider_event (workspace_id, provider_account_id, provider, kind, dedupe_key, order_key, query,
      headers, body, keyword, state, reason, found)
    values (${event.workspaceId}, ${event.providerAccountId}, ${event.provider}, ${event.kind}, ${event.dedupeKey},
      ${event.orderKey}, ${event.query}, ${event.headers}, ${event.body}, ${event.keyword},
      ${event.deadBecause ? 'dead' : 'new'}, ${event.deadBecause}, ${event.found ?? false})
    on conflict (provider_account_id, kind, dedupe_key) do nothing
    returning id`,
  );
  if (!stored) return null;
  if (!event.deadBecause) wakeAfterCommit(em, event.kind);
  return stored.id;
}
