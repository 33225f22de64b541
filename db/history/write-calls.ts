import { partyNumber } from '#domain/openphone/party-number.ts';
import { isMissed, isOver, type PastCall } from '#domain/history/exchange.ts';
import { conversationOf } from '../conversations.ts';
import type { Db } from '../orm.ts';
import { firstRow, jsonb, sql } from '../sql.ts';
import { instantOf } from './instants.ts';
import type { KnownConversation } from './known-conversation.ts';
import { showPage } from './show-page.ts';
import type { Origin, Written } from './written.ts';

export interface CallPage {
  workspaceId: string;
  accountId: string;
  conversation: KnownConversation;
  calls: readonly PastCall[];
  origin: Origin;
}

/**
 * Writes calls of one conversation by the provider's ids, each as an interaction and its record, and shows
 * the conversation as they leave it. A call that is over never rings again.
 * @returns what was new and what says something else than before
 */
export async function writeCalls(em: Db, page: CallPage): Promise<Written> {
  const { workspaceId, conversation, origin } = page;
  if (conversation.erased || page.calls.length === 0) return { written: 0, changed: 0 };
  const conversationId =
    conversation.conversationId ??
    (await conversationOf(em, {
      workspaceId,
      contactId: conversation.contactId,
      at: new Date(page.calls[0]!.at),
    }));
  const read = page.calls.map((call) => rowOf(call, conversation));
  const answer = await firstRow<Written>(
    em,
    sql`with ${written({ ...page, conversationId }, read)}, ${records(page)},
    fresh as (
      select i.id, i.at, 'call' as channel, g.direction, i.author_id, '' as preview, g.missed as asks, g.answered as answers,
        g.missed, g.direction = 'out' and g.answered as clears
      from recorded r join given g using (provider_id) join both_of i using (provider_id)),
    ${showPage({ workspaceId, conversationId, origin })}
    select (select count(*) from written where is_new) as written, (select count(*) from (
      select provider_id from written where not is_new
      union select provider_id from recorded where not is_new) c) as changed`,
  );
  return answer ?? { written: 0, changed: 0 };
}

type CallRow = ReturnType<typeof rowOf>;

function rowOf(call: PastCall, conversation: KnownConversation) {
  const { direction } = call;
  const theirs = call.participants[0] ?? conversation.participants[0] ?? '';
  const { at, providerAt } = instantOf(call.at);
  return {
    provider_id: call.providerId,
    direction,
    at,
    address: partyNumber(theirs, conversation.number),
    person: (direction === 'out' ? call.personId : call.answeredBy) ?? null,
    missed: isMissed(call),
    answered: call.answeredAt !== null,
    over: isOver(call.status),
    status: call.status,
    answered_at: call.answeredAt,
    completed_at: call.completedAt,
    duration_s: call.durationS,
    answered_by: call.answeredBy,
    forwarded_from: call.forwardedFrom,
    forwarded_to: call.forwardedTo,
    detail: { with: theirs, thread: conversation.id, ...(providerAt ? { providerAt } : {}) },
  };
}

/** CTEs `given` and `written`: id, provider_id, at, direction, author_id, is_new. */
function written(page: CallPage & { conversationId: string }, read: readonly CallRow[]) {
  const { workspaceId, accountId, conversation, conversationId } = page;
  return sql`given as (
    select distinct on (g.provider_id) g.*, a.id as address_id, p.user_id as author_id,
      g.detail || case when p.user_id is null and p.name <> ''
        then jsonb_build_object('person', p.name) else '{}' end as told
    from jsonb_to_recordset(${jsonb(read)}) as g(provider_id text, direction text, at timestamptz, address text, person text,
      missed boolean, answered boolean, over boolean, status text, answered_at timestamptz, completed_at timestamptz,
      duration_s integer, answered_by text, forwarded_from text, forwarded_to text, detail jsonb)
      left join address a on a.workspace_id = ${workspaceId} and a.kind = 'phone' and a.value = g.address
      left join provider_person p on p.workspace_id = ${workspaceId} and p.provider_account_id = ${accountId}
        and p.external_id = g.person
    order by g.provider_id),
  written as (
    insert into interaction as i (workspace_id, conversation_id, contact_id, kind, channel, direction, at, address_id,
      sender_id, provider_account_id, provider_id, author_id, detail)
    select ${workspaceId}::uuid, ${conversationId}::uuid, ${conversation.contactId}::uuid, 'call', 'call', direction, at, address_id,
      ${conversation.senderId}::uuid, ${accountId}::uuid, provider_id, author_id, told
    from given
    on conflict (provider_account_id, provider_id) where provider_id is not null do update set
      author_id = coalesce(i.author_id, excluded.author_id), detail = i.detail || excluded.detail
    where (i.author_id, i.detail) is distinct from (coalesce(i.author_id, excluded.author_id), i.detail || excluded.detail)
    returning i.id, i.provider_id, i.at, i.direction, i.author_id, old.id is null as is_new)`;
}

/** CTEs `both_of`, the interactions new and old, and `recorded`: of two tellings the later has an end. */
function records({ workspaceId, accountId }: CallPage) {
  return sql`both_of as (
    select id, provider_id, at, author_id from written where is_new
    union all
    select i.id, i.provider_id, i.at, i.author_id from given g
      join interaction i on i.provider_account_id = ${accountId} and i.provider_id = g.provider_id),
  recorded as (
    insert into call_record as r (interaction_id, workspace_id, provider_account_id, provider_id, status, answered_at,
      completed_at, duration_s, answered_by, forwarded_from, forwarded_to)
    select i.id, ${workspaceId}::uuid, ${accountId}::uuid, g.provider_id, g.status, g.answered_at,
      g.completed_at, g.duration_s, g.answered_by, g.forwarded_from, g.forwarded_to
    from given g join both_of i using (provider_id)
    on conflict (provider_account_id, provider_id) do update set status = excluded.status,
      answered_at = coalesce(excluded.answered_at, r.answered_at), completed_at = coalesce(excluded.completed_at, r.completed_at),
      duration_s = coalesce(excluded.duration_s, r.duration_s), answered_by = coalesce(excluded.answered_by, r.answered_by),
      forwarded_from = coalesce(excluded.forwarded_from, r.forwarded_from), forwarded_to = coalesce(excluded.forwarded_to, r.forwarded_to)
    where (r.completed_at is null or excluded.completed_at is not null) and
      (r.status, r.answered_at, r.completed_at, r.duration_s, r.answered_by, r.forwarded_from, r.forwarded_to) is distinct from
      (excluded.status, coalesce(excluded.answered_at, r.answered_at), coalesce(excluded.completed_at, r.completed_at),
        coalesce(excluded.duration_s, r.duration_s), coalesce(excluded.answered_by, r.answered_by),
        coalesce(excluded.forwarded_from, r.forwarded_from), coalesce(excluded.forwarded_to, r.forwarded_to))
    returning r.provider_id, old.provider_id is null as is_new)`;
}
