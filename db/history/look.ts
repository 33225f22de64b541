import type { HistoryKind, HistoryPhase, HistoryState } from '#domain/history/run.ts';
import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';
import { knownColumns, knownTables, type KnownConversation } from './known-conversation.ts';
import type { OurNumber } from './write-conversations.ts';

/** An import as each page looks at it before it asks. */
export interface HistoryLook {
  importId: string;
  workspaceId: string;
  accountId: string;
  kind: HistoryKind;
  state: HistoryState;
  phase: HistoryPhase;
  /** Requests a second. */
  perSecond: number;
  /** Only what moved since is walked. */
  since: Date | null;
  /** When it began. */
  until: Date;
}

export type CursorKind = 'number' | 'tail' | 'conversation' | 'proof-number' | 'proof-conversation';

/** Where it stands in the lists of one number or conversation. */
export interface Cursor {
  kind: CursorKind;
  /** Our row of the number or conversation. */
  about: string;
  /** Which of its lists: a slice of time, or messages and calls. */
  list: number;
  /** Of the next page; null at the beginning of a list. */
  token: string | null;
  /** The span of time that the list has shown. */
  seenFrom: Date | null;
  seenTo: Date | null;
  /** Pages in a row that showed nothing new. */
  stale: number;
  /** How often the list began anew because its token had ended. */
  restarts: number;
  open: boolean;
  /** It has been read to its end before. */
  again: boolean;
}

const columns = sql`h.id as "importId", h.workspace_id as "workspaceId", h.provider_account_id as "accountId", h.kind, h.state,
  h.phase, h.per_second as "perSecond", h.since, h.until`;

const cursor = sql`jsonb_build_object('kind', k.kind, 'about', k.about, 'list', k.list, 'token', k.token, 'stale', k.stale,
    'restarts', k.restarts, 'open', k.open, 'again', k.done_at is not null) as cursor,
  k.seen_from as "seenFrom", k.seen_to as "seenTo"`;

type CursorRow = { cursor: Cursor; seenFrom: Date | null; seenTo: Date | null };

const cursorOf = ({ cursor, seenFrom, seenTo }: CursorRow): Cursor => ({
  ...cursor,
  seenFrom,
  seenTo,
});

/** The import, which its workflow knows by its id alone. */
export const lookAtImport = (em: Db, importId: string): Promise<HistoryLook | undefined> =>
  firstRow(em, sql<HistoryLook>`select ${columns} from history_import h where h.id = ${importId}`);

export interface NumberLook {
  look: HistoryLook;
  cursor: Cursor;
  number: OurNumber;
}

/** The import, a number of its account, and where it stands in the number's lists. */
export async function lookAtNumber(
  em: Db,
  of: { importId: string; id: string; kind: CursorKind },
): Promise<NumberLook | undefined> {
  const row = await firstRow<HistoryLook & CursorRow & { number: OurNumber }>(
    em,
    sql`select ${columns}, ${cursor}, jsonb_build_object('id', n.id, 'externalId', n.external_id, 'value', n.value,
      'senderId', n.sender_id) as number
    from history_import h
      join history_cursor k on k.history_import_id = h.id and k.kind = ${of.kind} and k.about = ${of.id}
      join provider_number n on n.workspace_id = h.workspace_id and n.id = k.about
    where h.id = ${of.importId}`,
  );
  return row && { look: row, cursor: cursorOf(row), number: row.number };
}

export interface ConversationLook {
  look: HistoryLook;
  cursor: Cursor;
  conversation: KnownConversation;
}

/** The import, a conversation of its account, and where it stands in the conversation's lists. */
export async function lookAtConversation(
  em: Db,
  of: { importId: string; id: string; kind: CursorKind },
): Promise<ConversationLook | undefined> {
  const row = await firstRow<HistoryLook & CursorRow & { conversation: KnownConversation }>(
    em,
    sql`select ${columns}, ${cursor}, to_jsonb(c) as conversation
    from history_import h
      join history_cursor k on k.history_import_id = h.id and k.kind = ${of.kind} and k.about = ${of.id}
      cross join lateral (select ${knownColumns} from ${knownTables(sql`h.workspace_id`)}
        where p.workspace_id = h.workspace_id and p.id = k.about) c
    where h.id = ${of.importId}`,
  );
  return row && { look: row, cursor: cursorOf(row), conversation: row.conversation };
}

export interface CallLook {
  look: HistoryLook;
  callId: string;
  direction: 'in' | 'out';
  answered: boolean;
  /** How it ended is not known. */
  unsure: boolean;
  at: Date;
  /** Requests that the provider's plan does not allow, as it has said once. */
  blocked: string[];
}

/** The import, and a call whose parts are to be read; `id` is that of its interaction. */
export async function lookAtCall(
  em: Db,
  of: { importId: string; id: string },
): Promise<CallLook | undefined> {
  const row = await firstRow<HistoryLook & Omit<CallLook, 'look'>>(
    em,
    sql`select ${columns}, r.provider_id as "callId", i.direction, i.at, r.answered_at is not null as answered,
      r.status = 'unknown' as unsure,
      array(select request from history_problem q where q.history_import_id = h.id and q.status in (402, 403)) as blocked
    from history_import h
      join call_record r on r.workspace_id = h.workspace_id and r.interaction_id = ${of.id}
      join interaction i on i.workspace_id = r.workspace_id and i.id = r.interaction_id
    where h.id = ${of.importId}`,
  );
  return row && { ...row, look: row };
}
