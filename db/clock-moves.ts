import { recordOrder } from './orders.ts';
import type { Db } from './orm.ts';
import { tellRelay } from './outbox.ts';
import { firstRow, run, sql } from './sql.ts';
import { tellUi } from './ui-events.ts';

export interface ClockOrder {
  orderId: string;
  workspaceId: string;
  userId: string | null;
  /** Forward only: what has happened cannot come again. */
  ms: number;
}

/**
 * Moves the clock of a sandbox workspace forward and asks the relay to fast-forward the walks that wait.
 * @returns `live` where the workspace keeps real time; the database refuses it as well
 */
export async function moveClock(em: Db, move: ClockOrder): Promise<'moved' | 'live'> {
  if (!(move.ms > 0)) throw new RangeError('A clock moves forward only.');
  const { workspaceId, ms } = move;
  const workspace = await firstRow<{ mode: 'sandbox' | 'live' }>(
    em,
    sql`select mode from workspace where id = ${workspaceId} for update`,
  );
  if (workspace?.mode !== 'sandbox') return 'live';
  const isNew = await recordOrder(em, {
    id: move.orderId,
    workspaceId,
    userId: move.userId,
    kind: 'clock.move',
    subjectType: 'workspace',
    subjectId: workspaceId,
    payload: { ms },
  });
  if (!isNew) return 'moved';
  await run(
    em,
    sql`update workspace set clock_offset_ms = clock_offset_ms + ${ms} where id = ${workspaceId}`,
  );
  await tellUi(em, { workspaceId, topic: 'workspace', refId: workspaceId, kind: 'clock.moved' });
  // The latest move brings every clock along; one that waits for its next try would only hold it up.
  await run(
    em,
    sql`delete from outbox where workspace_id = ${workspaceId} and kind = 'clock.moved'`,
  );
  await tellRelay(em, { workspaceId, kind: 'clock.moved', key: workspaceId, payload: { ms } });
  return 'moved';
}

/** How many walks of a workspace wait for a time, so that moving the clock moves them. */
export async function walksThatWait(em: Db, workspaceId: string): Promise<number> {
  const found = await firstRow<{ n: number }>(
    em,
    sql`select count(*) as n from membership
      where workspace_id = ${workspaceId} and state = 'walking' and due_at is not null`,
  );
  return found?.n ?? 0;
}
