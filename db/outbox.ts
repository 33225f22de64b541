import type { Db } from './orm.ts';
import { wakeAfterCommit } from './notifier.ts';
import { run, sql } from './sql.ts';

/** What the relay does once the transaction has committed; `key` is the id of the row it is about. */
export type OutboxKind =
  | 'campaign.start'
  | 'campaign.wake'
  | 'membership.wake'
  | 'membership.ended'
  | 'send.start'
  | 'import.start'
  | 'import.wake'
  | 'attachment.fetch'
  | 'clock.moved';

export interface OutboxMessage {
  workspaceId: string;
  kind: OutboxKind;
  key: string;
  payload?: Record<string, unknown>;
}

/** Asks the relay, in the business transaction, to start or wake a workflow. */
export async function tellRelay(em: Db, ...messages: OutboxMessage[]): Promise<void> {
  for (const { workspaceId, kind, key, payload } of messages) {
    await run(
      em,
      sql`insert into outbox (workspace_id, kind, key, payload)
      values (${workspaceId}, ${kind}, ${key}, ${payload ?? {}})`,
    );
  }
  wakeAfterCommit(em, 'relay');
}
