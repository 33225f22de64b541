import { alive } from './access/sessions.ts';
import type { Db } from './orm.ts';
import { firstRow, rows, sql } from './sql.ts';
import type { UiEvent } from './ui-events.ts';

/** A `ui_event` as the live streams read it. */
export interface LiveEvent extends UiEvent {
  id: number;
}

/**
 * How far a reader has come: what a snapshot of the database saw, and when (epoch seconds). Unlike the
 * highest id, it skips no row of a transaction that commits late.
 */
export interface LiveBatch {
  cursor: string;
  events: LiveEvent[];
}

/** In any statement: the cursor of whoever has seen what this statement sees. */
export const cursorSql = sql<string>`pg_current_snapshot()::text || '@' || floor(extract(epoch from clock_timestamp()))::text`;

/** The cursor of this moment: take it before reading what a page shows, and embed it in the page. */
export async function liveCursor(em: Db): Promise<string> {
  const row = await firstRow<{ cursor: string }>(em, sql`select ${cursorSql} as cursor`);
  if (!row) throw new Error('The database gave no cursor.');
  return row.cursor;
}

/** What became visible after a cursor, in the order of writing, and the next cursor. */
export async function eventsAfter(
  em: Db,
  cursor: string,
  { workspaceId, limit }: { workspaceId: string | null; limit: number },
): Promise<LiveBatch> {
  const seen = sql`${snapshotOf(cursor)}::pg_snapshot`;
  const batch = await firstRow<LiveBatch>(
    em,
    sql`select ${cursorSql} as cursor, coalesce((select jsonb_agg(e) from (
      select id, workspace_id as "workspaceId", topic, ref_id as "refId", kind from ui_event
      where xid >= pg_snapshot_xmin(${seen}) and not pg_visible_in_snapshot(xid, ${seen})
        and (${workspaceId}::uuid is null or workspace_id = ${workspaceId}::uuid)
      order by id limit ${limit}) e), '[]') as events`,
  );
  if (!batch) throw new Error('The database gave no events.');
  return batch;
}

/** Whether a cursor is of this database: one from before a restore may be ahead of it. */
export async function isOfThisDatabase(em: Db, cursor: string): Promise<boolean> {
  const row = await firstRow<{ known: boolean }>(
    em,
    sql`select pg_snapshot_xmax(${snapshotOf(cursor)}::pg_snapshot) <= pg_snapshot_xmax(pg_current_snapshot()) as known`,
  );
  return row?.known ?? false;
}

const snapshotOf = (cursor: string): string => cursor.split('@')[0] ?? '';

/** Of these sessions (hashes in hex), those still open, each with the seats that its user has. */
export async function openSeats(
  em: Db,
  sessionHashes: readonly string[],
): Promise<{ session: string; workspaceId: string; role: string }[]> {
  return rows(
    em,
    sql`select encode(session.token_hash, 'hex') as session, seat.workspace_id as "workspaceId", seat.role
    from session join seat on seat.user_id = session.user_id
    where encode(session.token_hash, 'hex') = any(${[...sessionHashes]}) and ${alive}`,
  );
}
