import type { InboxSearch } from '#domain/inbox/search.ts';
import type { InboxView } from '#domain/inbox/views.ts';
import type { Db } from '../orm.ts';
import { rows, sql } from '../sql.ts';
import { inView, isFound, readBy, unread, type Reader } from './conditions.ts';
import { instantOf, micros } from './cursor.ts';

/** One line of the list of conversations. */
export interface ListedConversation {
  id: string;
  firstName: string;
  lastName: string;
  company: string;
  phone: string | null;
  preview: string;
  channel: 'sms' | 'whatsapp' | 'email' | 'call' | null;
  direction: 'in' | 'out' | null;
  /** The person of ours who wrote last; null for what a campaign or the product says. */
  authorId: string | null;
  author: string | null;
  lastAt: Date;
  needsReply: boolean;
  lastInboundAt: Date | null;
  unread: boolean;
  state: 'open' | 'snoozed' | 'done';
  snoozedUntil: Date | null;
  assigneeId: string | null;
  assignee: string | null;
  failed: boolean;
  optedOut: boolean;
  /** A call of theirs that nobody took and nobody has answered since. */
  missed: boolean;
  /** Where the next page begins. */
  cursor: string;
}

export const conversationsAPage = 40;

interface Asked {
  view: InboxView;
  /** Looks everywhere, whatever the view. */
  search?: InboxSearch | undefined;
  before?: string | undefined;
  /** How many at most; a page unless more stand on the screen already. */
  most?: number | undefined;
}

/**
 * The conversations of a view or of a search, latest first.
 * @returns one more than asked for where there are more; the next page begins `before` the last shown
 */
export function conversationList(
  em: Db,
  reader: Reader,
  { view, search, before, most = conversationsAPage }: Asked,
): Promise<ListedConversation[]> {
  const wanted = search ? isFound(search, reader) : inView(view, reader);
  const start = placeOf(before);
  const earlier = start
    ? sql`and (v.last_at, v.id) < (${start.at}::timestamptz, ${start.key}::uuid)`
    : sql``;
  return rows(
    em,
    sql<ListedConversation>`with page as materialized (
      select v.*, ${unread} as unread from conversation v ${readBy(reader)}
      where ${wanted} ${earlier} order by v.last_at desc, v.id desc limit ${most + 1})
    select v.id, c.first_name as "firstName", c.last_name as "lastName", c.company, phone.value as phone, v.preview,
      v.last_channel as channel, v.last_direction as direction, v.last_author_id as "authorId", author.name as author,
      v.last_at as "lastAt", v.needs_reply as "needsReply", v.last_inbound_at as "lastInboundAt", v.unread, v.state,
      v.snoozed_until as "snoozedUntil", v.assignee_id as "assigneeId", assignee.name as assignee,
      v.failed_sends > 0 as failed, coalesce(phone.blocked && '{*,sms}', false) as "optedOut",
      v.missed_at is not null as missed,
      ${micros('v.last_at')} || '_' || v.id as cursor
    from page v
      join contact c on c.workspace_id = v.workspace_id and c.id = v.contact_id
      left join lateral (select a.value, a.blocked from contact_address ca
        join address a on a.workspace_id = ca.workspace_id and a.id = ca.address_id
        where ca.workspace_id = v.workspace_id and ca.contact_id = v.contact_id and a.kind = 'phone'
        order by ca.label <> 'mobile', ca.position limit 1) phone on true
      left join app_user author on author.id = v.last_author_id
      left join app_user assignee on assignee.id = v.assignee_id
    order by v.last_at desc, v.id desc`,
  );
}

function placeOf(before: string | undefined) {
  const place = before ? instantOf(before) : null;
  return place && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(place.key) ? place : null;
}
