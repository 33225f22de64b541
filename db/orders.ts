import type { Db } from './orm.ts';
import { failpoint } from './process/failpoint.ts';
import { firstRow, run, sql } from './sql.ts';

/** What a person commands: at once audit and idempotency. The id comes with the form. */
export interface NewOrder {
  id: string;
  workspaceId: string;
  userId: string | null;
  kind: string;
  subjectType: string;
  subjectId: string | null;
  payload?: Record<string, unknown>;
}

/**
 * Records an order, first thing in its transaction.
 * @returns false where this order was given before: then nothing is to be done again (a double click)
 */
export async function recordOrder(em: Db, order: NewOrder): Promise<boolean> {
  const changed = await run(
    em,
    sql`insert into "order" (id, workspace_id, user_id, kind, subject_type, subject_id, payload, ordered_at)
    values (${order.id}, ${order.workspaceId}, ${order.userId}, ${order.kind}, ${order.subjectType}, ${order.subjectId},
      ${order.payload ?? {}}, workspace_now(${order.workspaceId}))
    on conflict (id) do nothing`,
  );
  failpoint('order.recorded');
  return changed === 1;
}

/** Keeps what an order led to, so that its repetition can be answered alike. */
export async function recordOrderResult(
  em: Db,
  id: string,
  result: Record<string, unknown>,
): Promise<void> {
  await run(em, sql`update "order" set result = ${result} where id = ${id}`);
}

/** What an earlier giving of the same order led to. */
export async function orderResult<T>(em: Db, workspaceId: string, id: string): Promise<T | null> {
  const found = await firstRow<{ result: T | null }>(
    em,
    sql`select result from "order" where id = ${id} and workspace_id = ${workspaceId}`,
  );
  return found?.result ?? null;
}
