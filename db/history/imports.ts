import type {
  HistoryFailure,
  HistoryKind,
  HistoryPhase,
  HistoryState,
  HistoryWait,
} from '#domain/history/run.ts';
import type { Db } from '../orm.ts';
import { firstRow, rows, sql } from '../sql.ts';

/** One import of history as its page sees it. */
export interface HistoryImportRow {
  id: string;
  workspaceId: string;
  accountId: string;
  accountName: string;
  kind: HistoryKind;
  state: HistoryState;
  phase: HistoryPhase;
  since: Date | null;
  until: Date;
  /** Requests a second that it may ask. */
  perSecond: number;
  numbers: number;
  /** Null until conversations are known. */
  conversationsTotal: number | null;
  conversations: number;
  /** Rows that were not there before. */
  messages: number;
  calls: number;
  /** Calls whose parts are asked for; null until they are counted. */
  partsTotal: number | null;
  parts: number;
  /** Rows that said something else before. */
  changed: number;
  requests: number;
  waitsFor: HistoryWait | null;
  failure: HistoryFailure | null;
  proof: 'whole' | 'holes' | null;
  provedAt: Date | null;
  /** Conversations that the proof has compared, and holes that are not mended. */
  proved: number;
  holes: number;
  createdByName: string | null;
  createdAt: Date;
  finishedAt: Date | null;
}

const columns = sql`h.id, h.workspace_id as "workspaceId", h.provider_account_id as "accountId", a.name as "accountName", h.kind,
  h.state, h.phase, h.since, h.until, h.per_second as "perSecond", h.numbers, h.conversations_total as "conversationsTotal",
  h.conversations, h.messages, h.calls, h.parts_total as "partsTotal", h.parts, h.changed, h.requests, h.waits_for as "waitsFor",
  h.failure, h.proof, h.proved_at as "provedAt",
  (select count(*) from history_tally t where t.workspace_id = h.workspace_id and t.history_import_id = h.id) as proved,
  (select count(*) from history_hole o where o.workspace_id = h.workspace_id and o.history_import_id = h.id
    and o.mended_at is null) as holes,
  u.name as "createdByName", h.created_at as "createdAt", h.finished_at as "finishedAt"`;

const tables = sql`history_import h
  join provider_account a on a.workspace_id = h.workspace_id and a.id = h.provider_account_id
  left join app_user u on u.id = h.created_by`;

/** The import of this workspace, or undefined. */
export const historyImport = (
  em: Db,
  { workspaceId, importId }: { workspaceId: string; importId: string },
): Promise<HistoryImportRow | undefined> =>
  firstRow(
    em,
    sql<HistoryImportRow>`select ${columns} from ${tables} where h.workspace_id = ${workspaceId} and h.id = ${importId}`,
  );

/** The imports of a workspace, newest first, 30 at most; of one account, of one kind where they are named. */
export const historyImports = (
  em: Db,
  of: { workspaceId: string; accountId?: string; kind?: HistoryKind },
): Promise<HistoryImportRow[]> =>
  rows(
    em,
    sql<HistoryImportRow>`select ${columns} from ${tables} where h.workspace_id = ${of.workspaceId}
      and (${of.accountId ?? null}::uuid is null or h.provider_account_id = ${of.accountId ?? null}::uuid)
      and (${of.kind ?? null}::text is null or h.kind = ${of.kind ?? null}::text)
    order by h.id desc limit 30`,
  );

export interface HistoryProblemRow {
  id: string;
  request: string;
  about: string;
  status: number | null;
  code: string;
  attempt: number;
  at: Date;
  solvedAt: Date | null;
}

/** What went wrong, what is not solved first, then the latest; 200 at most. */
export const historyProblems = (
  em: Db,
  { workspaceId, importId }: { workspaceId: string; importId: string },
): Promise<HistoryProblemRow[]> =>
  rows(
    em,
    sql<HistoryProblemRow>`select id, request, about, status, code, attempt, at, solved_at as "solvedAt" from history_problem
    where workspace_id = ${workspaceId} and history_import_id = ${importId}
    order by solved_at is not null, at desc, id desc limit 200`,
  );

export interface HistoryTallyRow {
  /** The provider's id of the number, and the number where it is known. */
  numberId: string;
  number: string | null;
  name: string;
  conversations: number;
  messagesTheirs: number;
  messagesOurs: number;
  callsTheirs: number;
  callsOurs: number;
  holes: number;
}

/** What both sides have, number by number, as the proof has counted it. */
export const historyTallies = (
  em: Db,
  { workspaceId, importId }: { workspaceId: string; importId: string },
): Promise<HistoryTallyRow[]> =>
  rows(
    em,
    sql<HistoryTallyRow>`select t.number_external_id as "numberId", n.value as number, coalesce(n.name, '') as name,
      count(*) as conversations, sum(t.messages_theirs)::integer as "messagesTheirs", sum(t.messages_ours)::integer as "messagesOurs",
      sum(t.calls_theirs)::integer as "callsTheirs", sum(t.calls_ours)::integer as "callsOurs",
      (select count(*) from history_hole o where o.workspace_id = ${workspaceId} and o.history_import_id = ${importId}
        and o.number_external_id = t.number_external_id and o.mended_at is null) as holes
    from history_tally t
      join history_import h on h.workspace_id = t.workspace_id and h.id = t.history_import_id
      left join provider_number n on n.workspace_id = t.workspace_id and n.provider_account_id = h.provider_account_id
        and n.external_id = t.number_external_id
    where t.workspace_id = ${workspaceId} and t.history_import_id = ${importId}
    group by t.number_external_id, n.value, n.name order by n.value nulls last, t.number_external_id`,
  );

export interface HistoryHoleRow {
  kind: 'conversation' | 'message' | 'call';
  externalId: string;
  numberId: string;
  number: string | null;
  conversationId: string;
  foundAt: Date;
  mendedAt: Date | null;
}

/** What they have and we lack, what is not mended first; 200 at most. */
export const historyHoles = (
  em: Db,
  { workspaceId, importId }: { workspaceId: string; importId: string },
): Promise<HistoryHoleRow[]> =>
  rows(
    em,
    sql<HistoryHoleRow>`select o.kind, o.external_id as "externalId", o.number_external_id as "numberId", n.value as number,
      o.conversation_external_id as "conversationId", o.found_at as "foundAt", o.mended_at as "mendedAt"
    from history_hole o
      join history_import h on h.workspace_id = o.workspace_id and h.id = o.history_import_id
      left join provider_number n on n.workspace_id = o.workspace_id and n.provider_account_id = h.provider_account_id
        and n.external_id = o.number_external_id
    where o.workspace_id = ${workspaceId} and o.history_import_id = ${importId}
    order by o.mended_at is not null, o.kind, o.external_id limit 200`,
  );
