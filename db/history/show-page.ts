import { sql } from '../sql.ts';
import { askedWithin, type Origin } from './written.ts';

/**
 * CTEs `latest` and `shown` that bring the conversation's row up to date with the rows of `fresh`: id, at,
 * channel, direction, author_id, preview, asks (somebody must answer), answers, missed (a call that nobody
 * took) and clears (somebody has called or written back). A page that comes late never takes the place of
 * what is later.
 */
export function showPage(input: { workspaceId: string; conversationId: string; origin: Origin }) {
  const { workspaceId, conversationId, origin } = input;
  const isEvent = origin === 'event';
  const isLatest = sql`(v.last_interaction_id is null or l.at >= v.last_at)`;
  const keptUnless = (column: string, value: unknown) =>
    sql`${sql.ref(column)} = case when ${isLatest} then ${value} else v.${sql.ref(column)} end`;
  const recent = (at: unknown) => (isEvent ? sql`true` : sql`${at} > now() - ${askedWithin}`);
  const answered = sql`greatest(v.last_outbound_at, l.outbound_at)`;
  const asks = isEvent
    ? sql`coalesce(l.asked_at > coalesce(${answered}, '-infinity'), false)`
    : sql`(${isLatest} and l.asks and v.state <> 'done' and ${recent(sql`l.at`)})`;
  const missed = sql`greatest(v.missed_at, case when ${recent(sql`l.missed_at`)} then l.missed_at end)`;
  return sql`latest as (
    select f.*, t.* from (select * from fresh order by at desc, id desc limit 1) f cross join (
      select max(at) filter (where direction = 'in') as inbound_at, max(at) filter (where clears) as outbound_at,
        max(at) filter (where asks) as asked_at, max(at) filter (where missed) as missed_at from fresh) t),
  shown as (
    update conversation v set
      ${keptUnless('last_interaction_id', sql`l.id`)},
      ${keptUnless('last_channel', sql`l.channel`)},
      ${keptUnless('last_direction', sql`l.direction`)},
      ${keptUnless('last_author_id', sql`l.author_id`)},
      ${keptUnless('preview', sql`l.preview`)},
      ${keptUnless('last_at', sql`l.at`)},
      last_inbound_at = greatest(v.last_inbound_at, l.inbound_at),
      last_outbound_at = ${answered},
      needs_reply = case when ${asks} then true when ${isLatest} and l.answers then false else v.needs_reply end,
      state = case when ${isEvent} and ${asks} then 'open' else v.state end,
      snoozed_until = case when ${isEvent} and ${asks} then null else v.snoozed_until end,
      missed_at = case when ${missed} > coalesce(${answered}, '-infinity') then ${missed} end
    from latest l where v.workspace_id = ${workspaceId} and v.id = ${conversationId})`;
}
