import type { HistoryWait } from '#domain/history/run.ts';
import { wakeAfterCommit } from '../notifier.ts';
import type { Db } from '../orm.ts';
import { run, sql } from '../sql.ts';
import type { Cursor, HistoryLook } from './look.ts';

/** Where a cursor goes after a page: on in its list, or to the beginning of the next, or to the end. */
export type Step =
  | { kind: 'next'; token: string; seenFrom: Date | null; seenTo: Date | null; stale: number }
  | { kind: 'list'; list: number }
  | { kind: 'restart' }
  | { kind: 'done' };

/** What a page adds to the figures of its import. */
export interface Counted {
  messages?: number;
  calls?: number;
  changed?: number;
  requests?: number;
}

/**
 * Moves a cursor and the figures, with the page itself, in one statement. A page that two read at once
 * counts once.
 */
export async function advance(
  em: Db,
  { importId, workspaceId }: Pick<HistoryLook, 'importId' | 'workspaceId'>,
  cursor: Cursor,
  { step, counted }: { step: Step; counted: Counted },
): Promise<void> {
  const done = step.kind === 'done';
  const { messages = 0, calls = 0, changed = 0, requests = 1 } = counted;
  const walked = done && cursor.kind === 'conversation' && !cursor.again;
  wakeAfterCommit(em, 'ui');
  await run(
    em,
    sql`with moved as (
      update history_cursor set ${moved(step, cursor)}
      where workspace_id = ${workspaceId} and history_import_id = ${importId} and kind = ${cursor.kind} and about = ${cursor.about}
        and open and list = ${cursor.list} and token is not distinct from ${cursor.token}::text
      returning 1),
    told as (
      insert into ui_event (workspace_id, topic, ref_id, kind)
      select ${workspaceId}::uuid, 'history', ${importId}::uuid, 'progress' from moved)
    update history_import set messages = messages + ${messages}, calls = calls + ${calls}, changed = changed + ${changed},
      requests = requests + ${requests}, conversations = conversations + ${walked ? 1 : 0}, waits_for = null
    where workspace_id = ${workspaceId} and id = ${importId} and exists (select from moved)`,
  );
}

function moved(step: Step, cursor: Cursor) {
  switch (step.kind) {
    case 'next':
      return sql`token = ${step.token}, seen_from = ${step.seenFrom}, seen_to = ${step.seenTo}, stale = ${step.stale}`;
    case 'list':
      return sql`list = ${step.list}, token = null, seen_from = null, seen_to = null, stale = 0, restarts = 0`;
    case 'restart':
      return sql`token = null, seen_from = null, seen_to = null, stale = 0, restarts = ${cursor.restarts + 1}`;
    case 'done':
      return sql`open = false, done_at = now(), token = null`;
  }
}

/** What belongs to one more call is read. */
export async function advanceParts(
  em: Db,
  { importId, workspaceId }: Pick<HistoryLook, 'importId' | 'workspaceId'>,
  { changed, requests }: { changed: number; requests: number },
): Promise<void> {
  wakeAfterCommit(em, 'ui');
  await run(
    em,
    sql`with told as (
      insert into ui_event (workspace_id, topic, ref_id, kind) values (${workspaceId}, 'history', ${importId}, 'progress'))
    update history_import set parts = parts + 1, changed = changed + ${changed}, requests = requests + ${requests}, waits_for = null
    where workspace_id = ${workspaceId} and id = ${importId}`,
  );
}

/** Says why it goes no further at this moment. */
export async function sayWaiting(
  em: Db,
  { importId, workspaceId }: Pick<HistoryLook, 'importId' | 'workspaceId'>,
  waitsFor: HistoryWait | null,
): Promise<void> {
  wakeAfterCommit(em, 'ui');
  await run(
    em,
    sql`with told as (
      insert into ui_event (workspace_id, topic, ref_id, kind) values (${workspaceId}, 'history', ${importId}, 'waits'))
    update history_import set requests = requests + 1, waits_for = coalesce(${waitsFor}, waits_for)
    where workspace_id = ${workspaceId} and id = ${importId}`,
  );
}
