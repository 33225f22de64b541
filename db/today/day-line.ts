import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';

/** Messages in stretches of the day: `minute` is where a stretch begins, after midnight of the workspace. */
export interface Stretch {
  minute: number;
  n: number;
}

export interface DayLine {
  sent: Stretch[];
  planned: Stretch[];
  replies: Stretch[];
  nextAt: Date | null;
  /** The most that may go today. */
  limit: number;
}

/**
 * The day of a workspace: what went, what came, what is planned from now on.
 * @param minutes length of a stretch
 */
export async function dayLine(
  em: Db,
  { workspaceId, minutes }: { workspaceId: string; minutes: number },
): Promise<DayLine> {
  const inDay = (at: string) => sql`${sql.ref(at)} >= day.starts and ${sql.ref(at)} < day.ends`;
  const stretch = (at: string) =>
    sql`(extract(epoch from (${sql.ref(at)} at time zone day.zone)::time) / 60)::int / ${minutes}::int * ${minutes}::int`;
  const grouped = (source: unknown) => sql`
    (select coalesce(jsonb_agg(jsonb_build_object('minute', minute, 'n', n) order by minute), '[]')
      from (select minute, count(*) as n from (${source}) moments group by minute) stretches)`;
  const row = await firstRow<DayLine>(
    em,
    sql`with day as (
        select w.zone, w.daily_limit, workspace_now(w.id) as now,
          date_trunc('day', workspace_now(w.id) at time zone w.zone) at time zone w.zone as starts,
          (date_trunc('day', workspace_now(w.id) at time zone w.zone) + interval '1 day') at time zone w.zone as ends
        from workspace w where w.id = ${workspaceId}
      ), ahead as (
        select m.planned_at as at from membership m
          join campaign c on c.workspace_id = m.workspace_id and c.id = m.campaign_id and c.state = 'running', day
        where m.workspace_id = ${workspaceId} and m.state = 'enrolled' and ${inDay('m.planned_at')}
        union all
        select m.due_at from membership m, day
        where m.workspace_id = ${workspaceId} and m.state = 'walking' and m.due_at > day.now and ${inDay('m.due_at')}
      )
      select
        ${grouped(sql`select ${stretch('send.accepted_at')} as minute from day, sender s
          join send on send.workspace_id = s.workspace_id and send.sender_id = s.id
          where s.workspace_id = ${workspaceId} and ${inDay('send.accepted_at')}`)} as sent,
        ${grouped(sql`select ${stretch('ahead.at')} as minute from ahead, day`)} as planned,
        ${grouped(sql`select ${stretch('c.last_inbound_at')} as minute from day, conversation c
          where c.workspace_id = ${workspaceId} and c.last_at >= day.starts and ${inDay('c.last_inbound_at')}`)} as replies,
        (select min(greatest(ahead.at, day.now)) from ahead, day) as "nextAt",
        (select daily_limit from day) as limit`,
  );
  if (!row) throw new Error('The day gave no row.');
  return row;
}
