import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';
import { readBy, unread, type Reader } from './conditions.ts';

/** Where the person can be written to. */
export interface ReachedAt {
  id: string;
  kind: 'phone' | 'email';
  value: string;
  label: 'mobile' | 'other' | 'email';
  zone: string | null;
  lineType: string | null;
  invalidReason: string | null;
  blocked: string[];
  /** Since when texts are stopped, and why. */
  stopped: { reason: string; at: string } | null;
  /** Latest first word on texts, or on e-mail. */
  consent: { status: 'given' | 'refused'; source: string; basis: string; at: string } | null;
  /** The number of ours that this person knows. */
  senderId: string | null;
}

/** A conversation with the person it is held with. */
export interface OpenConversation {
  id: string;
  contactId: string;
  state: 'open' | 'snoozed' | 'done';
  snoozedUntil: Date | null;
  assigneeId: string | null;
  assignee: string | null;
  needsReply: boolean;
  unread: boolean;
  firstName: string;
  lastName: string;
  company: string;
  city: string;
  region: string;
  country: string | null;
  language: string | null;
  zone: string | null;
  tags: string[];
  notes: string;
  erased: boolean;
  since: Date;
  addresses: ReachedAt[];
  /** What the person wrote last by text, and to which number of ours. */
  lastText: { addressId: string | null; senderId: string | null } | null;
}

/** The conversation of this workspace, or undefined. */
export function openConversation(
  em: Db,
  reader: Reader,
  conversationId: string,
): Promise<OpenConversation | undefined> {
  return firstRow(
    em,
    sql<OpenConversation>`select v.id, v.contact_id as "contactId", v.state, v.snoozed_until as "snoozedUntil",
      v.assignee_id as "assigneeId", assignee.name as assignee, v.needs_reply as "needsReply", ${unread} as unread,
      c.first_name as "firstName", c.last_name as "lastName", c.company, c.city, c.region, c.country, c.language, c.zone,
      c.tags, c.notes, c.erased_at is not null as erased, c.created_at as since,
      ${addresses} as addresses, ${lastText} as "lastText"
    from conversation v
      join contact c on c.workspace_id = v.workspace_id and c.id = v.contact_id
      left join app_user assignee on assignee.id = v.assignee_id
      ${readBy(reader)}
    where v.workspace_id = ${reader.workspaceId} and v.id = ${conversationId}`,
  );
}

const addresses = sql`(select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'value', a.value,
    'label', ca.label, 'zone', a.zone, 'lineType', a.line_type, 'invalidReason', a.invalid_reason, 'blocked', a.blocked,
    'senderId', a.sender_id, 'stopped', stop.said, 'consent', word.said) order by a.kind desc, ca.label <> 'mobile', ca.position), '[]')
  from contact_address ca
    join address a on a.workspace_id = ca.workspace_id and a.id = ca.address_id
    left join lateral (select jsonb_build_object('reason', s.reason, 'at', s.recorded_at) as said from suppression s
      where a.blocked <> '{}' and s.workspace_id = a.workspace_id and s.address_id = a.id and s.lifted_by is null
      order by s.recorded_at desc limit 1) stop on true
    left join lateral (select jsonb_build_object('status', k.status, 'source', k.source, 'basis', k.basis,
        'at', coalesce(k.captured_at, k.recorded_at)) as said from consent k
      where k.workspace_id = a.workspace_id and k.address_id = a.id
        and k.channel = case a.kind when 'phone' then 'sms' else 'email' end
      order by k.recorded_at desc, k.id desc limit 1) word on true
  where ca.workspace_id = v.workspace_id and ca.contact_id = v.contact_id)`;

const lastText = sql`(select jsonb_build_object('addressId', i.address_id, 'senderId', i.sender_id) from interaction i
  where i.workspace_id = v.workspace_id and i.conversation_id = v.id and i.kind = 'message' and i.channel = 'sms'
    and i.direction = 'in'
  order by i.at desc, i.id desc limit 1)`;

/** Who may be given conversations, and the numbers that may answer. */
export interface Desk {
  members: { id: string; name: string }[];
  senders: { id: string; value: string; name: string; state: 'active' | 'paused' | 'alert' }[];
}

/** @returns members who may write in the inbox, and all senders of texts, in one statement */
export async function deskOf(em: Db, workspaceId: string): Promise<Desk> {
  const found = await firstRow<Desk>(
    em,
    sql`select
      (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) order by u.name), '[]')
        from seat s join app_user u on u.id = s.user_id
        where s.workspace_id = ${workspaceId} and s.role in ('owner', 'admin', 'agent')) as members,
      (select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'value', n.value, 'name', n.name, 'state', n.state)
          order by n.priority, n.value), '[]')
        from sender n where n.workspace_id = ${workspaceId} and 'sms' = any(n.channels)) as senders`,
  );
  return found ?? { members: [], senders: [] };
}
