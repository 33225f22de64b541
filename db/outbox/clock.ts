import type { Db } from '../orm.ts';
import { firstRow, rows, run, sql } from '../sql.ts';

/** Walks whose clock on the engine lags behind that of their workspace. */
export async function walkingAfter(
  em: Db,
  { workspaceId, after, limit }: { workspaceId: string; after: string | null; limit: number },
): Promise<{ id: string; startedWithMs: number }[]> {
  return rows(
    em,
    sql`select id, clock_offset_ms as "startedWithMs" from membership
    where workspace_id = ${workspaceId} and state = 'walking' and id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000')
    order by id limit ${limit}`,
  );
}

/** What else waits by the clock: running campaigns, and messages of their own that are held. */
export async function othersWaiting(
  em: Db,
  workspaceId: string,
): Promise<{ campaignIds: string[]; sendIds: string[] }> {
  const campaigns = await rows<{ id: string }>(
    em,
    sql`select id from campaign where workspace_id = ${workspaceId} and state in ('launching', 'running')`,
  );
  const sends = await rows<{ id: string }>(
    em,
    sql`select id from send where workspace_id = ${workspaceId} and membership_id is null and state = 'held'`,
  );
  return { campaignIds: campaigns.map(({ id }) => id), sendIds: sends.map(({ id }) => id) };
}

/** The latest move of a workspace's clock that waits to be told: whoever reads the offset now brings it along. */
export async function latestMove(em: Db, workspaceId: string): Promise<number> {
  const row = await firstRow<{ id: number }>(
    em,
    sql`select coalesce(max(id), 0) as id from outbox where workspace_id = ${workspaceId} and kind = 'clock.moved'`,
  );
  return row?.id ?? 0;
}

/** Every clock has been brought along; the moves up to this one need not be told again. */
export async function forgetMoves(em: Db, workspaceId: string, upTo: number): Promise<void> {
  await run(
    em,
    sql`delete from outbox where workspace_id = ${workspaceId} and kind = 'clock.moved' and id <= ${upTo}`,
  );
}

/** By how much the clock of a workspace runs ahead. */
export async function clockOffsetMs(em: Db, workspaceId: string): Promise<number> {
  const row = await firstRow<{ ms: number }>(
    em,
    sql`select clock_offset_ms as ms from workspace where id = ${workspaceId}`,
  );
  return row?.ms ?? 0;
}
