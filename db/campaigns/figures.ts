import type { ExclusionReason } from '#domain/campaigns/exclusion.ts';
import type { Db } from '../orm.ts';
import { firstRow, rows, sql } from '../sql.ts';

/** A campaign in figures, counted where they stand; nothing is kept beside the rows. */
export interface CampaignFigures {
  matching: number;
  excluded: number;
  enrolled: number;
  walking: number;
  ended: number;
  started: number;
  sent: number;
  delivered: number;
  failed: number;
  replied: number;
  optedOut: number;
  /** Sends whose call was under way when a stop was stored. */
  overlapped: number;
  /** Prices of the provider where known, estimates elsewhere. */
  costMicros: number;
  /** Of those that were sent: whose price nobody tells or knows. */
  unpriced: number;
  currency: string | null;
  sentToday: number;
  nextRelease: Date | null;
  /** When the last person will be let in. */
  lastRelease: Date | null;
}

/** Of a send `s` with its walk `x`: it was to go and did not. What a reply or a stop made needless is none. */
const neverArrived = sql`s.state in ('undelivered', 'failed', 'refused') or s.state = 'dropped' and x.ending = 'failed'`;

export async function campaignFigures(
  em: Db,
  workspaceId: string,
  campaignId: string,
): Promise<CampaignFigures> {
  const figures = await firstRow<CampaignFigures>(
    em,
    sql`select m.*, s.*, coalesce(today.sent, 0) as "sentToday" from (
      select count(*) as matching, count(*) filter (where state = 'excluded') as excluded,
        count(*) filter (where state = 'enrolled') as enrolled, count(*) filter (where state = 'walking') as walking,
        count(*) filter (where state = 'ended') as ended, count(*) filter (where started_at is not null) as started,
        count(*) filter (where ending = 'replied') as replied, count(*) filter (where ending in ('opted-out', 'suppressed')) as "optedOut",
        min(planned_at) filter (where state = 'enrolled' and started_at is null) as "nextRelease", max(planned_at) filter (where state <> 'excluded') as "lastRelease"
      from membership where workspace_id = ${workspaceId} and campaign_id = ${campaignId}) m,
    (select count(*) filter (where accepted_at is not null) as sent, count(*) filter (where s.state in ('delivered', 'read')) as delivered,
        count(*) filter (where ${neverArrived}) as failed,
        count(*) filter (where overlapped_stop) as overlapped,
        coalesce(sum(coalesce(price_micros, estimate_micros)) filter (where accepted_at is not null), 0) as "costMicros",
        count(*) filter (where accepted_at is not null and coalesce(price_micros, estimate_micros) is null) as unpriced, max(currency) as currency
      from send s left join membership x on x.id = s.membership_id where s.workspace_id = ${workspaceId} and s.campaign_id = ${campaignId}) s
    left join (
      select d.sent from campaign_day d join campaign k on k.workspace_id = d.workspace_id and k.id = d.campaign_id
      where d.workspace_id = ${workspaceId} and d.campaign_id = ${campaignId}
        and d.day = (workspace_now(d.workspace_id) at time zone (k.send_window->>'zone'))::date) today on true`,
  );
  if (!figures) throw new Error('Figures are one row.');
  return figures;
}

/** Who does not get it, and why; the reasons of the launch and those that came later. */
export async function exclusions(
  em: Db,
  workspaceId: string,
  campaignId: string,
): Promise<{ reason: ExclusionReason; count: number }[]> {
  return rows(
    em,
    sql`select excluded_reason as reason, count(*) as count from membership
    where workspace_id = ${workspaceId} and campaign_id = ${campaignId} and state = 'excluded'
    group by 1 order by 2 desc`,
  );
}

/** Where people are: how many passed each message, how many wait before a step, how walks ended there. */
export interface StepFigures {
  stepId: string;
  sent: number;
  delivered: number;
  waiting: number;
  held: number;
  replied: number;
  optedOut: number;
  failed: number;
}

export async function stepFigures(
  em: Db,
  workspaceId: string,
  campaignId: string,
): Promise<StepFigures[]> {
  return rows<StepFigures>(
    em,
    sql`select coalesce(s.step_id, m.step_id) as "stepId", coalesce(s.sent, 0) as sent, coalesce(s.delivered, 0) as delivered,
      coalesce(m.waiting, 0) as waiting, coalesce(m.held, 0) as held, coalesce(s.replied, 0) as replied,
      coalesce(s.opted_out, 0) as "optedOut", coalesce(s.failed, 0) as failed
    from (
      select s.step_id, count(*) filter (where s.accepted_at is not null) as sent, count(*) filter (where s.state in ('delivered', 'read')) as delivered,
        count(*) filter (where ${neverArrived}) as failed,
        count(*) filter (where x.ending = 'replied' and latest) as replied,
        count(*) filter (where x.ending in ('opted-out', 'suppressed') and latest) as opted_out
      from (select *, row_number() over (partition by membership_id order by accepted_at desc nulls last, id desc) = 1 as latest
        from send where workspace_id = ${workspaceId} and campaign_id = ${campaignId}) s
      join membership x on x.id = s.membership_id group by s.step_id) s
    full join (
      select step_id, count(*) as waiting, count(*) filter (where held is not null) as held from membership
      where workspace_id = ${workspaceId} and campaign_id = ${campaignId} and state = 'walking' and step_id is not null
      group by step_id) m on m.step_id = s.step_id`,
  );
}
