import { partyNumber } from '#domain/openphone/party-number.ts';
import type { PastMessage } from '#domain/history/exchange.ts';
import { meaningOf } from '#domain/inbox/meaning.ts';
import { conversationOf } from '../conversations.ts';
import { previewOf } from '../conversations/projection.ts';
import type { Db } from '../orm.ts';
import { firstRow, jsonb, sql } from '../sql.ts';
import { erasedSince } from './erased-conversations.ts';
import { instantOf } from './instants.ts';
import type { KnownConversation } from './known-conversation.ts';
import { openSends, settleSends, type OpenSend } from './settle-sends.ts';
import { showPage } from './show-page.ts';
import { suppressPastStops } from './suppress-past-stops.ts';
import type { Origin, Written } from './written.ts';

export interface MessagePage {
  workspaceId: string;
  accountId: string;
  conversation: KnownConversation;
  messages: readonly PastMessage[];
  origin: Origin;
  /** Of an import: stands in the evidence of what a STOP closes. */
  importId?: string;
}

/** How far a message has come; it never goes back. */
const ranks = sql`array['accepted', 'sent', 'delivered', 'undelivered', 'received']::text[]`;

/**
 * Writes messages of one conversation by the provider's ids, whoever told them before, and shows the
 * conversation as they leave it. What the ledger has sent belongs to the ledger, which learns how it ended;
 * so does what it is sending at this moment.
 * @returns what was new and what says something else than before
 */
export async function writeMessages(em: Db, page: MessagePage): Promise<Written> {
  const { conversation, origin } = page;
  if (conversation.erased || page.messages.length === 0) return { written: 0, changed: 0 };
  const conversationId = conversation.conversationId ?? (await openHome(em, page));
  const read = page.messages.map((message) => rowOf(message, conversation));
  const answer = await firstRow<Written & { settled: OpenSend[] }>(
    em,
    sql`with ${written({ ...page, conversationId }, read)},
    fresh as (
      select w.id, w.at, 'sms' as channel, w.direction, w.author_id, g.preview, g.asks,
        w.direction = 'out' as answers, false as missed, w.direction = 'out' as clears
      from written w join given g using (provider_id) where w.is_new),
    ${showPage({ workspaceId: page.workspaceId, conversationId, origin })}
    select count(*) filter (where is_new) as written, count(*) filter (where not is_new) as changed,
      ${openSends(page.accountId)} as settled from written`,
  );
  if (!answer) return { written: 0, changed: 0 };
  if (origin === 'history') {
    await suppressPastStops(em, page, read);
    await settleSends(em, page, answer.settled);
  }
  return { written: answer.written, changed: answer.changed };
}

const openHome = (em: Db, { workspaceId, conversation, messages }: MessagePage): Promise<string> =>
  conversationOf(em, {
    workspaceId,
    contactId: conversation.contactId,
    at: new Date(messages[0]!.at),
  });

export type MessageRow = ReturnType<typeof rowOf>;

function rowOf(message: PastMessage, conversation: KnownConversation) {
  const { direction, from, to, body } = message;
  const theirs = direction === 'in' ? from : (to.find(isOther) ?? conversation.participants[0]!);
  const meaning =
    direction === 'in' ? meaningOf({ body, optOutType: null, stopped: false }) : 'reply';
  const { at, providerAt } = instantOf(message.at);
  return {
    provider_id: message.providerId,
    direction,
    body,
    preview: previewOf(body),
    at,
    state: message.state,
    address: partyNumber(theirs, conversation.number),
    person: direction === 'out' ? message.personId : null,
    asks: direction === 'in' && (meaning === 'reply' || meaning === 'stop-phrase'),
    detail: {
      from,
      to,
      thread: conversation.id,
      ...(meaning === 'reply' ? {} : { meaning }),
      ...(providerAt ? { providerAt } : {}),
    },
  };

  function isOther(number: string): boolean {
    return number !== conversation.number;
  }
}

/** CTEs `given` and `written`: id, provider_id, at, direction, author_id, is_new. */
function written(page: MessagePage & { conversationId: string }, read: readonly MessageRow[]) {
  const { workspaceId, accountId, conversation, conversationId } = page;
  return sql`given as (
    select distinct on (g.provider_id) g.provider_id, g.direction, case when e.was then '' else g.body end as body,
      case when e.was then '' else g.preview end as preview, g.at, g.state, g.asks and not e.was as asks, a.id as address_id,
      p.user_id as author_id, g.detail || case when p.user_id is null and p.name <> ''
        then jsonb_build_object('person', p.name) else '{}' end || case when e.was then '{"erased": true}'::jsonb else '{}' end as detail
    from jsonb_to_recordset(${jsonb(read)}) as g(provider_id text, direction text, body text, preview text,
      at timestamptz, state text, address text, person text, asks boolean, detail jsonb)
      left join address a on a.workspace_id = ${workspaceId} and a.kind = 'phone' and a.value = g.address
      left join provider_person p on p.workspace_id = ${workspaceId} and p.provider_account_id = ${accountId}
        and p.external_id = g.person
      cross join lateral (select g.direction = 'in' and ${erasedSince(workspaceId, { number: sql`g.address`, at: sql`g.at` })} as was) e
    order by g.provider_id),
  written as (
    insert into interaction as i (workspace_id, conversation_id, contact_id, kind, channel, direction, body, at, address_id,
      sender_id, provider_account_id, provider_id, state, author_id, detail)
    select ${workspaceId}::uuid, ${conversationId}::uuid, ${conversation.contactId}::uuid, 'message', 'sms', direction, body, at,
      address_id, ${conversation.senderId}::uuid, ${accountId}::uuid, provider_id, state, author_id, detail
    from given g
    where not (g.direction = 'out' and g.at > now() - interval '15 minutes' and exists (
      select from send s where s.workspace_id = ${workspaceId} and s.address_id = g.address_id and s.state = 'sending'))
    on conflict (provider_account_id, provider_id) where provider_id is not null do update set
      body = coalesce(nullif(excluded.body, ''), i.body),
      state = case when array_position(${ranks}, excluded.state) >= coalesce(array_position(${ranks}, i.state), 0)
        then excluded.state else i.state end,
      author_id = coalesce(i.author_id, excluded.author_id), detail = i.detail || excluded.detail
    where i.send_id is null and (i.body, i.state, i.author_id, i.detail) is distinct from (
      coalesce(nullif(excluded.body, ''), i.body),
      case when array_position(${ranks}, excluded.state) >= coalesce(array_position(${ranks}, i.state), 0)
        then excluded.state else i.state end,
      coalesce(i.author_id, excluded.author_id), i.detail || excluded.detail)
    returning i.id, i.provider_id, i.at, i.direction, i.author_id, old.id is null as is_new)`;
}
