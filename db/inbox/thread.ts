import type { Ending } from '#domain/campaigns/membership.ts';
import type { CallRecord } from '#domain/history/call-record.ts';
import type { Provider } from '#domain/sending/refusals.ts';
import type { SendState } from '#domain/sending/states.ts';
import type { Db } from '../orm.ts';
import { rows, sql } from '../sql.ts';
import { callEntry, callJoins, type ThreadAudio } from './call-entry.ts';
import { instantOf, micros, type Place } from './cursor.ts';
import { picturesEntry, type ThreadPicture } from './pictures.ts';

/** How far a message of ours came, from the ledger. */
export interface ThreadSend {
  state: SendState;
  errorCode: string | null;
  /** Null before one was chosen. */
  provider: Provider | null;
  segments: number | null;
  priceMicros: number | null;
  currency: string | null;
  /** ISO, as all instants that come in one value with others. */
  heldUntil: string | null;
  finishedAt: string | null;
  membershipId: string | null;
}

/** Something said: a message, a call or a note. */
export interface SaidEntry {
  what: 'said';
  id: string;
  kind: 'message' | 'email' | 'call' | 'voicemail' | 'note' | 'event';
  channel: 'sms' | 'whatsapp' | 'email' | 'call' | null;
  direction: 'in' | 'out' | null;
  body: string;
  state: SendState | 'received' | null;
  author: { id: string; name: string } | null;
  /** The number of ours. */
  sender: string | null;
  /** The number of the person. */
  address: string | null;
  campaign: { id: string; name: string } | null;
  purpose: string | null;
  /** What a machine took an inbound message for, where it is not a plain reply. */
  meaning: 'stop' | 'stop-phrase' | 'start' | 'help' | 'auto-reply' | null;
  /** Sent once more since. */
  retried: boolean;
  /** Of somebody in a group who was erased: the text is gone. */
  erased: boolean;
  send: ThreadSend | null;
  pictures: ThreadPicture[];
  audio: ThreadAudio[];
  call: CallRecord | null;
  /** Name of the person of the firm, where they have no seat here. */
  person: string | null;
  /** Who wrote it, as the provider tells; and all recipients, of a group more than one. */
  from: string | null;
  to: string[];
}

/** A walk of the person came to its end. */
export interface WalkEntry {
  what: 'walk';
  membershipId: string;
  campaign: string;
  ending: Ending;
}

/** Somebody of ours gave an order. */
export interface OrderedEntry {
  what: 'ordered';
  id: string;
  kind: 'conversation.assign' | 'conversation.snooze' | 'conversation.done' | 'conversation.reopen';
  by: string | null;
  to: string | null;
  until: string | null;
}

export type ThreadEntry = { at: Date; cursor: string } & (SaidEntry | WalkEntry | OrderedEntry);

export const entriesAPage = 40;
const mostEntries = 500;

interface Asked {
  workspaceId: string;
  conversationId: string;
  /** The page that ends before this place. */
  before?: string | undefined;
  /** All from this place on: what stands on the screen, and what came since. */
  from?: string | undefined;
}

/**
 * What happened in a conversation, oldest first: what was said, walks that ended, orders of the desk.
 * @returns one page (one more entry at the start where there are older ones), or all since `from`
 */
export async function threadOf(em: Db, asked: Asked): Promise<ThreadEntry[]> {
  const from = asked.from ? instantOf(asked.from) : null;
  const before = asked.before ? instantOf(asked.before) : null;
  const most = from ? mostEntries : entriesAPage + 1;
  const found = await rows<{ at: Date; cursor: string; entry: object }>(
    em,
    sql`with recent as materialized (
      select * from (
        ${part(saidPlaces(asked), { from, before, most })}
        union all ${part(walkPlaces(asked), { from, before, most })}
        union all ${part(orderPlaces(asked), { from, before, most })}
      ) parts order by at desc, key desc limit ${most})
    select t.at, ${micros('t.at')} || '_' || t.key as cursor, coalesce(said.entry, walk.entry, ordered.entry) as entry
    from recent t
      left join lateral (${saidEntry}) said on t.what = 'i'
      left join lateral (${walkEntry}) walk on t.what = 'm'
      left join lateral (${orderedEntry}) ordered on t.what = 'o'
    order by t.at, t.key`,
  );
  return found.map(({ at, cursor, entry }) => ({ at, cursor, ...(entry as SaidEntry) }));
}

type Sql = ReturnType<typeof sql>;
type Places = { at: Sql; key: Sql; what: string; of: Sql };

// Each part stops after a page by its own index; only then are they put in one order.
function part(
  { at, key, what, of }: Places,
  { from, before, most }: { from: Place | null; before: Place | null; most: number },
) {
  const since = from
    ? sql`and ${at} >= ${from.at}::timestamptz and (${at}, ${key}) >= (${from.at}::timestamptz, ${from.key})`
    : sql``;
  const until = before
    ? sql`and ${at} <= ${before.at}::timestamptz and (${at}, ${key}) < (${before.at}::timestamptz, ${before.key})`
    : sql``;
  return sql`(select ${what}::text as what, ${at} as at, ${key} as key, x.id, x.workspace_id from ${of} ${since} ${until}
    order by ${at} desc, x.id desc limit ${most})`;
}

const saidPlaces = ({ workspaceId, conversationId }: Asked): Places => ({
  what: 'i',
  at: sql`x.at`,
  key: sql`('i' || x.id)`,
  of: sql`interaction x where x.workspace_id = ${workspaceId} and x.conversation_id = ${conversationId}`,
});

const walkPlaces = ({ workspaceId, conversationId }: Asked): Places => ({
  what: 'm',
  at: sql`x.ended_at`,
  key: sql`('m' || x.id)`,
  of: sql`membership x where x.workspace_id = ${workspaceId} and x.state = 'ended' and x.ended_at is not null
    and x.contact_id = (select contact_id from conversation where workspace_id = ${workspaceId} and id = ${conversationId})`,
});

const orderPlaces = ({ workspaceId, conversationId }: Asked): Places => ({
  what: 'o',
  at: sql`x.ordered_at`,
  key: sql`('o' || x.id)`,
  of: sql`"order" x where x.workspace_id = ${workspaceId} and x.subject_id = ${conversationId}
    and x.kind in ('conversation.assign', 'conversation.snooze', 'conversation.done', 'conversation.reopen')`,
});

const saidEntry = sql`select jsonb_build_object('what', 'said', 'id', i.id, 'kind', i.kind, 'channel', i.channel,
    'direction', i.direction, 'body', i.body, 'state', i.state, 'sender', n.value, 'address', a.value,
    'author', case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name) end,
    'campaign', case when k.id is not null then jsonb_build_object('id', k.id, 'name', k.name) end,
    'purpose', s.purpose, 'meaning', i.detail->'meaning', 'retried', coalesce((i.detail->>'retried')::boolean, false),
    'erased', coalesce((i.detail->>'erased')::boolean, false),
    'send', case when s.id is not null then jsonb_build_object('state', s.state, 'errorCode', s.error_code,
      'provider', pa.provider, 'segments', s.segments, 'priceMicros', s.price_micros, 'currency', s.currency, 'heldUntil', s.held_until,
      'finishedAt', s.finished_at, 'membershipId', s.membership_id) end,
    ${picturesEntry},
    'person', i.detail->'person', 'from', i.detail->'from', 'to', case jsonb_typeof(i.detail->'to') when 'array' then i.detail->'to' else '[]' end, ${callEntry}) as entry
  from interaction i
    left join app_user u on u.id = i.author_id
    left join sender n on n.workspace_id = i.workspace_id and n.id = i.sender_id
    left join address a on a.workspace_id = i.workspace_id and a.id = i.address_id
    left join campaign k on k.workspace_id = i.workspace_id and k.id = i.campaign_id
    left join send s on s.workspace_id = i.workspace_id and s.id = i.send_id
    ${callJoins}
    left join provider_account pa on pa.workspace_id = s.workspace_id and pa.id = s.provider_account_id
  where i.workspace_id = t.workspace_id and i.id = t.id`;

const walkEntry = sql`select jsonb_build_object('what', 'walk', 'membershipId', m.id, 'campaign', k.name,
    'ending', m.ending) as entry
  from membership m join campaign k on k.workspace_id = m.workspace_id and k.id = m.campaign_id
  where m.workspace_id = t.workspace_id and m.id = t.id`;

const orderedEntry = sql`select jsonb_build_object('what', 'ordered', 'id', o.id, 'kind', o.kind, 'by', u.name,
    'to', o.payload->>'to', 'until', o.payload->>'until') as entry
  from "order" o left join app_user u on u.id = o.user_id
  where o.workspace_id = t.workspace_id and o.id = t.id`;
