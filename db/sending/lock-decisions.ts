import type { Db } from '../orm.ts';
import { run, sql } from '../sql.ts';

/**
 * Waits for the send that the gate is just deciding, and lets it decide none until this transaction is over:
 * what is forbidden here is forbidden from the answer on, not from some moments later. Take it first: it is
 * the last lock of the gate (lockSend), which reads nothing before it.
 */
export async function lockDecisions(em: Db, workspaceId: string): Promise<void> {
  await run(
    em,
    sql`select 1 from sender_pool where workspace_id = ${workspaceId} for no key update`,
  );
}
