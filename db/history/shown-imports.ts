import type { HistoryProgress } from '#domain/history/pace.ts';
import type { HistoryFailure, HistoryKind, HistoryWait } from '#domain/history/run.ts';
import type { Db } from '../orm.ts';
import { firstRow, rows, sql } from '../sql.ts';

/** An import of history as its page shows it. Its times are on the clock of the workspace. */
export interface ShownImport extends HistoryProgress {
  id: string;
  accountId: string;
  accountName: string;
  kind: HistoryKind;
  since: Date | null;
  perSecond: number;
  numbers: number;
  messages: number;
  calls: number;
  changed: number;
  waitsFor: HistoryWait | null;
  failure: HistoryFailure | null;
  proof: 'whole' | 'holes' | null;
  provedAt: Date | null;
  createdByName: string | null;
  createdAt: Date;
  finishedAt: Date | null;
  /** Who gave the last order to pause; told where it is paused. */
  pausedBy: string | null;
  /** What was found missing and is not here yet. */
  holes: number;
  /** Of the database: what `pacedAt` is measured by. */
  readAt: Date;
}

const columns = sql`
  h.id, h.provider_account_id as "accountId", a.name as "accountName", h.kind, h.state, h.phase,
  h.since + shift.by as since, h.per_second::float8 as "perSecond", h.numbers,
  h.conversations_total as "conversationsTotal", h.conversations, h.messages, h.calls,
  h.parts_total as "partsTotal", h.parts, h.changed, h.requests, h.waits_for as "waitsFor", h.failure, h.proof,
  h.proved_at + shift.by as "provedAt", u.name as "createdByName", h.created_at + shift.by as "createdAt",
  h.finished_at + shift.by as "finishedAt", h.paced_at as "pacedAt", h.paced_requests as "pacedRequests",
  h.paced_done as "pacedDone", h.requests_per_minute::float8 as "requestsPerMinute",
  h.done_per_minute::float8 as "donePerMinute", clock_timestamp() as "readAt",
  case when h.state = 'paused' then (
    select pauser.name from "order" o join app_user pauser on pauser.id = o.user_id
    where o.workspace_id = h.workspace_id and o.subject_id = h.id and o.kind = 'history.pause'
    order by o.id desc limit 1) end as "pausedBy"`;

const source = sql`
  history_import h
  join provider_account a on a.workspace_id = h.workspace_id and a.id = h.provider_account_id
  join workspace w on w.id = h.workspace_id
  cross join lateral (select w.clock_offset_ms * interval '1 ms' as by) shift
  left join app_user u on u.id = h.created_by`;

/** The import of this workspace, or undefined. */
export function shownImport(
  em: Db,
  { workspaceId, importId }: { workspaceId: string; importId: string },
): Promise<ShownImport | undefined> {
  return firstRow(
    em,
    sql<ShownImport>`select ${columns}, (
      select count(*)::int from history_hole hole
      where hole.history_import_id = h.id and hole.mended_at is null) as holes
    from ${source} where h.workspace_id = ${workspaceId} and h.id = ${importId}`,
  );
}

export interface ImportListing {
  workspaceId: string;
  /** `upkeep` is what the watch and the night have read again. */
  show: 'whole' | 'upkeep';
  /** The last id of the page before. */
  before?: string | undefined;
  limit: number;
}

/** The imports of a workspace, newest first. */
export function shownImports(em: Db, listing: ImportListing): Promise<ShownImport[]> {
  const { workspaceId, show, before = null, limit } = listing;
  return rows(
    em,
    sql<ShownImport>`select ${columns}, 0 as holes from ${source}
    where h.workspace_id = ${workspaceId} and (h.kind = 'whole') = ${show === 'whole'}
      and (${before}::uuid is null or h.id < ${before}::uuid)
    order by h.id desc limit ${limit}`,
  );
}

/** Accounts whose history can be read: those of OpenPhone, by name. */
export function historyAccounts(
  em: Db,
  workspaceId: string,
): Promise<{ id: string; name: string }[]> {
  return rows(
    em,
    sql`select id, name from provider_account
    where workspace_id = ${workspaceId} and provider = 'openphone' order by name, id`,
  );
}
