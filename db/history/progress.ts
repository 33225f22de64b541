import type { HistoryFailure, HistoryPhase } from '#domain/history/run.ts';
import type { Db } from '../orm.ts';
import { rows, run, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';
import type { CursorKind, HistoryLook } from './look.ts';

type OfImport = Pick<HistoryLook, 'importId' | 'workspaceId'>;

/** Shows what it does now. */
export async function enterPhase(em: Db, of: OfImport, phase: HistoryPhase): Promise<void> {
  const { importId, workspaceId } = of;
  const entered = await run(
    em,
    sql`update history_import set phase = ${phase} where workspace_id = ${workspaceId} and id = ${importId} and phase <> ${phase}`,
  );
  if (entered > 0)
    await tellUi(em, { workspaceId, topic: 'history', refId: importId, kind: phase });
}

/** It cannot go on at all; what was written stays, and the row says why. */
export async function failHistory(em: Db, of: OfImport, failure: HistoryFailure): Promise<void> {
  const { importId, workspaceId } = of;
  const failed = await run(
    em,
    sql`update history_import set state = 'failed', failure = ${failure}, waits_for = null, finished_at = now()
    where workspace_id = ${workspaceId} and id = ${importId} and state in ('running', 'paused')`,
  );
  if (failed > 0)
    await tellUi(em, { workspaceId, topic: 'history', refId: importId, kind: 'failed' });
}

/** Everything is read; a whole import says what its proof has found. */
export async function finishHistory(em: Db, of: OfImport): Promise<void> {
  const { importId, workspaceId } = of;
  const done = await run(
    em,
    sql`update history_import h set state = 'complete', waits_for = null, finished_at = now(),
      proof = case when kind <> 'whole' then null when exists (select from history_hole o
        where o.workspace_id = ${workspaceId} and o.history_import_id = h.id and o.mended_at is null) then 'holes' else 'whole' end,
      proved_at = case when kind = 'whole' then now() end
    where workspace_id = ${workspaceId} and id = ${importId} and state = 'running'`,
  );
  if (done > 0)
    await tellUi(em, { workspaceId, topic: 'history', refId: importId, kind: 'complete' });
}

/** Cursors for all numbers of the account that are still there, where there are none yet. */
export async function openNumbers(
  em: Db,
  { importId, workspaceId, accountId }: OfImport & { accountId: string },
  kinds: readonly CursorKind[],
): Promise<void> {
  await run(
    em,
    sql`insert into history_cursor (workspace_id, history_import_id, kind, about)
    select ${workspaceId}::uuid, ${importId}::uuid, kind, n.id from provider_number n cross join unnest(${[...kinds]}::text[]) kind
    where n.workspace_id = ${workspaceId} and n.provider_account_id = ${accountId} and n.gone_at is null
    on conflict do nothing`,
  );
  await run(
    em,
    sql`update history_import h set numbers = (select count(*) from provider_number n
      where n.workspace_id = ${workspaceId} and n.provider_account_id = ${accountId} and n.gone_at is null)
    where workspace_id = ${workspaceId} and id = ${importId}`,
  );
}

/** Has conversations walked; `again` those, too, that have been: then only what came since it began. */
export async function queueConversations(
  em: Db,
  { importId, workspaceId }: OfImport,
  input: { ids: readonly string[]; kind: 'conversation' | 'proof-conversation'; again?: boolean },
): Promise<void> {
  const { ids, kind, again = false } = input;
  if (ids.length === 0) return;
  await run(
    em,
    sql`with queued as (
      insert into history_cursor as k (workspace_id, history_import_id, kind, about)
      select ${workspaceId}::uuid, ${importId}::uuid, ${kind}, id from unnest(${[...ids]}::uuid[]) id
      on conflict (history_import_id, kind, about) do update
        set open = true, list = 0, token = null, stale = 0, restarts = 0, seen_from = null, seen_to = null
        where ${again} and not k.open
      returning old.about is null as is_new)
    update history_import set conversations_total = coalesce(conversations_total, 0) + (select count(*) from queued where is_new)
    where workspace_id = ${workspaceId} and id = ${importId} and ${kind === 'conversation'}`,
  );
}

const BATCH = 100;

/** The next numbers to read, or conversations, those with the newest activity first. */
export async function nextOpen(
  em: Db,
  { importId, workspaceId }: OfImport,
  kind: CursorKind,
): Promise<string[]> {
  const found = await rows<{ id: string }>(
    em,
    sql`select k.about as id from history_cursor k
      left join provider_conversation p on p.workspace_id = k.workspace_id and p.id = k.about
    where k.workspace_id = ${workspaceId} and k.history_import_id = ${importId} and k.kind = ${kind} and k.open
    order by p.last_activity_at desc nulls last, k.about limit ${BATCH}`,
  );
  return found.map(({ id }) => id);
}

/**
 * The next calls whose parts are to be asked for, newest first: those that are over and of which
 * something may still come. Each is asked for once by one import.
 */
export async function nextCalls(em: Db, look: HistoryLook): Promise<string[]> {
  const { importId, workspaceId, accountId, since } = look;
  const unread = sql`from call_record r join interaction i on i.workspace_id = r.workspace_id and i.id = r.interaction_id
    join contact c on c.workspace_id = i.workspace_id and c.id = i.contact_id
    where r.workspace_id = ${workspaceId} and r.provider_account_id = ${accountId} and r.parts_read_at is null
      and r.status not in ('queued', 'initiated', 'ringing', 'in-progress') and c.erased_at is null
      and (${since}::timestamptz is null or i.at >= ${since})
      and (r.parts_asked_at is null or r.parts_asked_at < (select created_at from history_import where id = ${importId}))`;
  const found = await rows<{ id: string }>(
    em,
    sql`select r.interaction_id as id ${unread} order by i.at desc, r.interaction_id limit ${BATCH}`,
  );
  if (found.length > 0) {
    await run(
      em,
      sql`update history_import set parts_total = parts + (select count(*) ${unread})
      where workspace_id = ${workspaceId} and id = ${importId}`,
    );
  }
  return found.map(({ id }) => id);
}
