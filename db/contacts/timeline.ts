import type { CallRecord } from '#domain/history/call-record.ts';
import { callEntry, callJoins, type ThreadAudio } from '../inbox/call-entry.ts';
import { picturesEntry, type ThreadPicture } from '../inbox/pictures.ts';
import type { Db } from '../orm.ts';
import { rows, sql } from '../sql.ts';

/** What came with something said. */
export interface SaidParts {
  conversationId: string;
  call: CallRecord | null;
  audio: ThreadAudio[];
  pictures: ThreadPicture[];
  /** Name of the person of the firm, where they have no seat here. */
  person: string | null;
}

/** One thing that happened with a contact. */
export interface TimelineEntry {
  id: string;
  at: Date;
  /** Unique among the entries of one instant. */
  key: string;
  what: 'interaction' | 'walk' | 'order';
  /** `message`, `note`, ...; the state of a walk (`enrolled`, `excluded`, `ended`); the order. */
  kind: string;
  channel: 'sms' | 'whatsapp' | 'email' | 'call' | null;
  direction: 'in' | 'out' | null;
  body: string;
  state: string | null;
  /** The person of ours behind it. */
  author: string | null;
  campaignId: string | null;
  campaignName: string | null;
  membershipId: string | null;
  /** Null for what is no interaction. */
  said: SaidParts | null;
}

export const timelineAPage = 30;

/** What happened with a contact, latest first; `before` is the instant and key of the last one seen. */
export function contactTimeline(
  em: Db,
  input: { workspaceId: string; contactId: string; before?: { at: Date; key: string } | undefined },
): Promise<TimelineEntry[]> {
  const { workspaceId, contactId, before } = input;
  const at = before?.at ?? null;
  const key = before?.key ?? null;
  return rows(
    em,
    sql<TimelineEntry>`select page.*, parts.said from (select * from (
      select i.id, date_trunc('milliseconds', i.at) as at, 'i' || i.id as key, 'interaction' as what, i.kind, i.channel, i.direction, i.body, i.state,
        u.name as author, i.campaign_id as "campaignId", c.name as "campaignName", null::uuid as "membershipId"
      from interaction i left join app_user u on u.id = i.author_id
        left join campaign c on c.workspace_id = i.workspace_id and c.id = i.campaign_id
      where i.workspace_id = ${workspaceId} and i.contact_id = ${contactId}
      union all
      select m.id, date_trunc('milliseconds', w.at), 'm' || w.kind || m.id, 'walk', w.kind, null, null, '', case w.kind when 'ended' then m.ending else m.excluded_reason end,
        null, m.campaign_id, c.name, m.id
      from membership m join campaign c on c.workspace_id = m.workspace_id and c.id = m.campaign_id,
        lateral (values (case m.state when 'excluded' then 'excluded' else 'enrolled' end, m.created_at),
          (case m.state when 'ended' then 'ended' end, m.ended_at)) w(kind, at)
      where m.workspace_id = ${workspaceId} and m.contact_id = ${contactId} and w.kind is not null and w.at is not null
      union all
      select o.id, date_trunc('milliseconds', o.ordered_at), 'o' || o.id, 'order', o.kind, o.payload->>'channel', null, coalesce(o.payload->>'label', ''), null,
        u.name, null, null, null
      from "order" o left join app_user u on u.id = o.user_id
      where o.workspace_id = ${workspaceId} and o.subject_type = 'contact' and o.subject_id = ${contactId}
    ) happened
    where ${at}::timestamptz is null or (at, key) < (${at}::timestamptz, ${key}::text)
    order by at desc, key desc limit ${timelineAPage + 1}) page
      left join lateral (select jsonb_build_object('conversationId', i.conversation_id, 'person', i.detail->'person',
          ${picturesEntry}, ${callEntry}) as said
        from interaction i ${callJoins}
        where i.workspace_id = ${workspaceId} and i.id = page.id) parts on page.what = 'interaction'
    order by at desc, key desc`,
  );
}

export interface ContactWalk {
  id: string;
  campaignId: string;
  campaignName: string;
  state: 'excluded' | 'enrolled' | 'walking' | 'ended';
  ending: string | null;
  excludedReason: string | null;
  dueAt: Date | null;
  endedAt: Date | null;
}

/** The walks of a contact through campaigns, latest first, 20 at most. */
export function contactWalks(
  em: Db,
  { workspaceId, contactId }: { workspaceId: string; contactId: string },
): Promise<ContactWalk[]> {
  return rows(
    em,
    sql<ContactWalk>`select m.id, m.campaign_id as "campaignId", c.name as "campaignName", m.state, m.ending,
      m.excluded_reason as "excludedReason", m.due_at as "dueAt", m.ended_at as "endedAt"
    from membership m join campaign c on c.workspace_id = m.workspace_id and c.id = m.campaign_id
    where m.workspace_id = ${workspaceId} and m.contact_id = ${contactId} order by m.created_at desc, m.id desc limit 20`,
  );
}
