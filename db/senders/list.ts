import type { Provider } from '#domain/sending/refusals.ts';
import type { Db } from '../orm.ts';
import { rows, sql } from '../sql.ts';

export interface SenderRow {
  id: string;
  value: string;
  name: string;
  country: string;
  region: string | null;
  areaCode: string | null;
  channels: 'sms'[];
  ratePerSecond: number;
  dailyCap: number;
  priority: number;
  rotation: boolean;
  /** `alert` and `paused` with the reason; a number of an account that is not active rests too. */
  state: 'active' | 'paused' | 'alert';
  pausedReason: string | null;
  confirms: 'us' | 'provider';
  lastUsedAt: Date | null;
  account: { id: string; provider: Provider; name: string; state: 'active' | 'paused' | 'refused' };
  /** Marketing messages of the workspace's day. */
  sentToday: number;
  /** Of the last seven days: messages whose outcome is known, those that arrived, people written to, and who replied. */
  known: number;
  delivered: number;
  people: number;
  replied: number;
}

/** The numbers of a workspace, those chosen first at the top. */
export async function senderList(em: Db, workspaceId: string): Promise<SenderRow[]> {
  return rows<SenderRow>(
    em,
    sql`select s.id, s.value, s.name, s.country, s.region, s.area_code as "areaCode", s.channels, s.rate_per_second as "ratePerSecond",
      s.daily_cap as "dailyCap", s.priority, s.rotation, s.state, s.paused_reason as "pausedReason", s.confirms,
      s.last_used_at as "lastUsedAt", jsonb_build_object('id', a.id, 'provider', a.provider, 'name', a.name, 'state', a.state) as account,
      coalesce(d.sent, 0) as "sentToday", week.known, week.delivered, week.people, week.replied
    from sender s
    join workspace w on w.id = s.workspace_id
    join provider_account a on a.workspace_id = s.workspace_id and a.id = s.provider_account_id
    left join sender_day d on d.workspace_id = s.workspace_id and d.sender_id = s.id and d.day = (workspace_now(w.id) at time zone w.zone)::date
    cross join lateral (
      select count(*) filter (where x.state in ('delivered', 'read', 'undelivered', 'failed')) as known,
        count(*) filter (where x.state in ('delivered', 'read')) as delivered,
        count(distinct x.membership_id) as people,
        count(distinct x.membership_id) filter (where m.ending = 'replied') as replied
      from send x left join membership m on m.workspace_id = x.workspace_id and m.id = x.membership_id
      where x.workspace_id = s.workspace_id and x.sender_id = s.id and x.accepted_at > workspace_now(w.id) - interval '7 days') week
    where s.workspace_id = ${workspaceId}
    order by s.priority desc, s.value`,
  );
}
