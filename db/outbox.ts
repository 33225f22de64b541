import type { Db } from './orm.ts';
import { wakeAfterCommit } from './notifier.ts';
import { jsonb, run, sql } from './sql.ts';

/** What the relay does once the transaction has committed; `key` is the id of the row it is about, or the hash of a file. */
export type OutboxKind =
  | 'campaign.start'
  | 'campaign.wake'
  | 'membership.wake'
  | 'membership.ended'
  | 'send.start'
  | 'send.wake'
  | 'import.start'
  | 'import.wake'
  | 'attachment.fetch'
  | 'account.check'
  | 'history.wake'
  | 'history.schedules'
  | 'openphone.fetch'
  | 'file.unneeded'
  | 'clock.moved';

export interface OutboxMessage {
  workspaceId: string;
  kind: OutboxKind;
  key: string;
  payload?: Record<string, unknown>;
}

/** Asks the relay, in the business transaction, to start or wake workflows, in this order. */
export async function tellRelay(em: Db, ...messages: OutboxMessage[]): Promise<void> {
  if (messages.length === 0) return;
  await run(
    em,
    sql`insert into outbox (workspace_id, kind, key, payload)
    select (m.message->>'workspaceId')::uuid, m.message->>'kind', m.message->>'key', coalesce(m.message->'payload', '{}')
    from jsonb_array_elements(${jsonb(messages)}) with ordinality as m(message, place) order by m.place`,
  );
  wakeAfterCommit(em, 'outbox');
}
