import type { Awaits, Ending, MembershipState } from '#domain/campaigns/membership.ts';
import type { CampaignState } from '#domain/campaigns/stages.ts';
import type { ExclusionReason } from '#domain/campaigns/exclusion.ts';
import type { Passport, RuleName } from '#domain/sending/passport.ts';
import type { SendState } from '#domain/sending/states.ts';
import type { Block } from '#domain/sequences/step.ts';
import type { Db } from '../orm.ts';
import { firstRow, rows, sql } from '../sql.ts';

/** One walk, as its page shows it. Instants of the workspace's clock. */
export interface MembershipView {
  id: string;
  state: MembershipState;
  excludedReason: ExclusionReason | null;
  stepId: string | null;
  awaits: Awaits | null;
  dueAt: Date | null;
  plannedAt: Date | null;
  plannedRank: number | null;
  enrolled: number;
  held: { until: number | null; rule: RuleName; why: string } | null;
  sendNow: boolean;
  pausedAt: Date | null;
  startedAt: Date | null;
  ending: Ending | null;
  endingLabel: string | null;
  endedAt: Date | null;
  enteredAt: Date;
  campaign: { id: string; name: string; state: CampaignState };
  sequence: { id: string; name: string; version: number; blocks: Block[] };
  contact: {
    id: string;
    firstName: string;
    lastName: string;
    company: string;
    city: string;
    region: string;
    zone: string | null;
  };
  phone: string | null;
  zone: string | null;
  zoneSource: string | null;
  conversationId: string | null;
}

export async function membershipView(
  em: Db,
  workspaceId: string,
  membershipId: string,
): Promise<MembershipView | undefined> {
  return firstRow<MembershipView>(
    em,
    sql`select m.id, m.state, m.excluded_reason as "excludedReason", m.step_id as "stepId", m.awaits, m.due_at as "dueAt",
      m.planned_at as "plannedAt", m.planned_rank as "plannedRank", m.held, m.send_now as "sendNow", m.paused_at as "pausedAt",
      m.started_at as "startedAt", m.ending, m.ending_label as "endingLabel", m.ended_at as "endedAt",
      coalesce(k.launched_at, m.created_at) as "enteredAt",
      (select count(*) from membership o where o.workspace_id = m.workspace_id and o.campaign_id = m.campaign_id and o.state <> 'excluded') as enrolled,
      jsonb_build_object('id', k.id, 'name', k.name, 'state', k.state) as campaign,
      jsonb_build_object('id', s.id, 'name', s.name, 'version', v.number, 'blocks', v.blocks) as sequence,
      jsonb_build_object('id', c.id, 'firstName', c.first_name, 'lastName', c.last_name, 'company', c.company, 'city', c.city,
        'region', c.region, 'zone', c.zone) as contact,
      a.value as phone, coalesce(c.zone, a.zone) as zone, a.zone_source as "zoneSource",
      (select t.id from conversation t where t.workspace_id = c.workspace_id and t.contact_id = c.id) as "conversationId"
    from membership m
    join campaign k on k.workspace_id = m.workspace_id and k.id = m.campaign_id
    join sequence_version v on v.workspace_id = m.workspace_id and v.id = m.version_id
    join sequence s on s.workspace_id = v.workspace_id and s.id = v.sequence_id
    join contact c on c.workspace_id = m.workspace_id and c.id = m.contact_id
    left join address a on a.workspace_id = m.workspace_id and a.id = m.address_id
    where m.workspace_id = ${workspaceId} and m.id = ${membershipId}`,
  );
}

/** What became of each message step so far, with the last decision. */
export interface StepSendView {
  stepId: string;
  state: SendState;
  at: Date | null;
  decidedAt: Date | null;
  body: string | null;
  segments: number | null;
  errorCode: string | null;
  passport: Passport | null;
  sender: string | null;
}

export async function stepSends(
  em: Db,
  workspaceId: string,
  membershipId: string,
): Promise<StepSendView[]> {
  return rows<StepSendView>(
    em,
    sql`select s.step_id as "stepId", s.state, coalesce(s.accepted_at, s.finished_at, s.decided_at) as at, s.decided_at as "decidedAt",
      s.body, s.segments, s.error_code as "errorCode", s.passport, x.value as sender
    from send s left join sender x on x.workspace_id = s.workspace_id and x.id = s.sender_id
    where s.workspace_id = ${workspaceId} and s.membership_id = ${membershipId}
    order by s.created_at, s.id`,
  );
}

/** Orders that people gave for this walk, oldest first. */
export interface WalkOrderView {
  kind: string;
  at: Date;
  by: string | null;
}

export async function walkOrders(
  em: Db,
  workspaceId: string,
  membershipId: string,
): Promise<WalkOrderView[]> {
  return rows<WalkOrderView>(
    em,
    sql`select o.kind, o.ordered_at as at, u.name as by from "order" o left join app_user u on u.id = o.user_id
    where o.workspace_id = ${workspaceId} and o.subject_id = ${membershipId} order by o.ordered_at, o.id`,
  );
}
