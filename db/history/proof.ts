import type { Db } from '../orm.ts';
import { jsonb, rows, run, sql } from '../sql.ts';
import { enterPhase, openNumbers } from './progress.ts';
import type { HistoryLook } from './look.ts';
import { survivorOf } from './survivor.ts';

type OfImport = Pick<HistoryLook, 'importId' | 'workspaceId'>;

/** Takes back what an earlier proof has found, so that the next begins from nothing. */
export async function forgetProof(em: Db, { importId, workspaceId }: OfImport): Promise<void> {
  const of = sql`where workspace_id = ${workspaceId} and history_import_id = ${importId}`;
  await run(
    em,
    sql`delete from history_cursor ${of} and kind in ('proof-number', 'proof-conversation')`,
  );
  await run(em, sql`delete from history_tally ${of}`);
  await run(em, sql`delete from history_hole ${of}`);
}

/** Begins a proof, or lets one that has begun go on. */
export async function beginProof(em: Db, look: HistoryLook): Promise<void> {
  if (look.phase !== 'proof') await forgetProof(em, look);
  await enterPhase(em, look, 'proof');
  await openNumbers(em, look, ['proof-number']);
}

/** Has everything that misses something read again, and then compared again. */
export async function beginRepair(em: Db, { importId, workspaceId }: HistoryLook): Promise<void> {
  const holes = sql`history_hole o
    where o.workspace_id = ${workspaceId} and o.history_import_id = ${importId} and o.mended_at is null`;
  const anew = sql`set open = true, list = 0, token = null, stale = 0, restarts = 0, seen_from = null, seen_to = null, done_at = null`;
  await run(
    em,
    sql`update history_cursor k ${anew} from provider_conversation p
    where k.workspace_id = ${workspaceId} and k.history_import_id = ${importId} and k.kind in ('conversation', 'proof-conversation')
      and p.workspace_id = k.workspace_id and p.id = k.about
      and p.external_id in (select o.conversation_external_id from ${holes})`,
  );
  await run(
    em,
    sql`update history_cursor k ${anew} from provider_number n
    where k.workspace_id = ${workspaceId} and k.history_import_id = ${importId} and k.kind in ('number', 'proof-number')
      and n.workspace_id = k.workspace_id and n.id = k.about
      and n.external_id in (select o.number_external_id from ${holes} and o.kind = 'conversation')`,
  );
  // What is walked a second time is no second conversation.
  await run(
    em,
    sql`update history_import set conversations = (select count(*) from history_cursor k where k.workspace_id = ${workspaceId}
      and k.history_import_id = ${importId} and k.kind = 'conversation' and k.done_at is not null)
    where workspace_id = ${workspaceId} and id = ${importId}`,
  );
}

export interface NumberCompared extends OfImport {
  accountId: string;
  /** Our row of the number, and the provider's id of it. */
  numberId: string;
  numberExternalId: string;
  /** Ids of the conversations that the provider has. */
  theirs: readonly string[];
}

/**
 * Compares the conversations of a number by their ids. What they have and we lack is a hole, and what we
 * have is compared further, except what lies with somebody who was erased.
 * @returns our rows of the number's conversations
 */
export async function compareConversations(em: Db, of: NumberCompared): Promise<string[]> {
  const { importId, workspaceId, accountId, numberId, numberExternalId, theirs } = of;
  const known = sql`provider_conversation p where p.workspace_id = ${workspaceId} and p.provider_account_id = ${accountId}`;
  const missing = await rows<{ id: string }>(
    em,
    sql`select distinct t.id from unnest(${[...theirs]}::text[]) t(id)
    where not exists (select from ${known} and p.external_id = t.id) order by t.id`,
  );
  await keepHoles(em, of, {
    scope: sql`o.kind = 'conversation' and o.number_external_id = ${numberExternalId}`,
    holes: missing.map(({ id }) => ({
      kind: 'conversation',
      id,
      number: numberExternalId,
      in: id,
    })),
  });
  const ours = await rows<{ id: string }>(
    em,
    sql`select p.id from provider_conversation p cross join ${survivorOf(workspaceId, sql`p.contact_id`)} s
    where p.workspace_id = ${workspaceId} and p.provider_account_id = ${accountId} and p.provider_number_id = ${numberId}
      and s.erased_at is null order by p.id`,
  );
  await run(
    em,
    sql`update history_cursor set open = false, done_at = now() where workspace_id = ${workspaceId}
      and history_import_id = ${importId} and kind = 'proof-number' and about = ${numberId}`,
  );
  return ours.map(({ id }) => id);
}

export interface ConversationCompared extends OfImport {
  accountId: string;
  /** Our row of the conversation. */
  id: string;
  /** The conversation of ours. */
  conversationId: string | null;
  externalId: string;
  numberExternalId: string;
  messages: readonly string[];
  calls: readonly string[];
  /** A group's calls are counted with the conversation of each caller. */
  isGroup: boolean;
  requests: number;
}

/** Compares the messages and calls of a conversation by their ids, and writes down what both sides have. */
export async function compareExchange(em: Db, of: ConversationCompared): Promise<void> {
  const { importId, workspaceId, accountId, id, externalId, numberExternalId } = of;
  const missing = await rows<{ kind: 'message' | 'call'; id: string }>(
    em,
    sql`select t.kind, t.id from (
      select 'message' as kind, unnest(${[...of.messages]}::text[]) as id
      union select 'call', unnest(${[...of.calls]}::text[])) t
    where not exists (select from interaction i
      where i.workspace_id = ${workspaceId} and i.provider_account_id = ${accountId} and i.provider_id = t.id)
    order by t.id`,
  );
  await keepHoles(em, of, {
    scope: sql`o.kind <> 'conversation' and o.conversation_external_id = ${externalId}`,
    holes: missing.map((one) => ({ ...one, number: numberExternalId, in: externalId })),
  });
  await run(
    em,
    sql`insert into history_tally (workspace_id, history_import_id, number_external_id, conversation_external_id,
      messages_theirs, messages_ours, calls_theirs, calls_ours)
    select ${workspaceId}::uuid, ${importId}::uuid, ${numberExternalId}, ${externalId}, ${of.messages.length},
      count(i.id) filter (where i.kind = 'message'), ${of.isGroup ? 0 : of.calls.length},
      count(i.id) filter (where i.kind <> 'message')
    from interaction i where i.workspace_id = ${workspaceId} and i.conversation_id = ${of.conversationId}::uuid
      and i.detail->>'thread' = ${id}
    on conflict (history_import_id, conversation_external_id) do update set messages_theirs = excluded.messages_theirs,
      messages_ours = excluded.messages_ours, calls_theirs = excluded.calls_theirs, calls_ours = excluded.calls_ours`,
  );
  await run(
    em,
    sql`with done as (
      update history_cursor set open = false, done_at = now() where workspace_id = ${workspaceId}
        and history_import_id = ${importId} and kind = 'proof-conversation' and about = ${id})
    update history_import set requests = requests + ${of.requests}, waits_for = null
    where workspace_id = ${workspaceId} and id = ${importId}`,
  );
}

/** Writes down what is missing in a place, and that whatever was missing there before is not any more. */
async function keepHoles(
  em: Db,
  { importId, workspaceId }: OfImport,
  found: {
    scope: ReturnType<typeof sql>;
    holes: readonly { kind: string; id: string; number: string; in: string }[];
  },
): Promise<void> {
  await run(
    em,
    sql`update history_hole o set mended_at = now() where o.workspace_id = ${workspaceId} and o.history_import_id = ${importId}
      and o.mended_at is null and ${found.scope} and o.external_id <> all(${found.holes.map(({ id }) => id)}::text[])`,
  );
  if (found.holes.length === 0) return;
  await run(
    em,
    sql`insert into history_hole (workspace_id, history_import_id, kind, external_id, number_external_id, conversation_external_id)
    select ${workspaceId}::uuid, ${importId}::uuid, h.kind, h.id, h.number, h."in"
    from jsonb_to_recordset(${jsonb(found.holes)}) as h(kind text, id text, number text, "in" text)
    on conflict (history_import_id, kind, external_id) do update set mended_at = null`,
  );
}
