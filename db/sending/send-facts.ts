import type { ConsentBasis } from '#domain/sending/consent.ts';
import type { CampaignState } from '#domain/campaigns/stages.ts';
import type { Ending, MembershipState } from '#domain/campaigns/membership.ts';
import type { CampaignWindow } from '#domain/sending/open-hours.ts';
import type { Purpose } from '#domain/sending/purpose.ts';
import type { SenderFacts } from '#domain/sending/sender.ts';
import type { SendState } from '#domain/sending/states.ts';
import type { SuppressionReason } from '#domain/sending/suppression.ts';
import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';

/** Everything that the gate looks at, as one row. Instants of the workspace's clock unless named real. */
export interface SendRow {
  now: Date;
  send: {
    id: string;
    workspaceId: string;
    state: SendState;
    purpose: Purpose;
    stepId: string | null;
    body: string | null;
    senderId: string | null;
    slotAt: string | null;
    attempt: number;
    callStartedAt: string | null;
    callDeadlineAt: string | null;
    lookedAt: string | null;
    decidedAt: string | null;
    providerId: string | null;
    interactionId: string | null;
    conversationId: string | null;
  };
  workspace: {
    name: string;
    zone: string;
    currency: string;
    locale: string;
    dailyLimit: number;
    pausedAt: string | null;
    mode: 'sandbox' | 'live';
  };
  address: {
    id: string;
    value: string;
    country: string | null;
    region: string | null;
    lineType: string | null;
    zone: string | null;
    zoneSource: string | null;
    zones: string[];
    invalidReason: string | null;
    blocked: string[];
    consent: 'given' | 'refused' | null;
    senderId: string | null;
  };
  suppression: { reason: SuppressionReason; since: string } | null;
  contact: ContactFacts | null;
  membership: {
    id: string;
    state: MembershipState;
    ending: Ending | null;
    pausedAt: string | null;
    dueAt: string | null;
    sendNow: boolean;
    versionId: string;
  } | null;
  campaign: {
    id: string;
    state: CampaignState;
    window: CampaignWindow;
    dailyLimit: number;
    senderIds: string[];
    consentBasis: { basis: ConsentBasis } | null;
    pausedAt: string | null;
    /** Who made it: the person whose name a text may give. */
    agent: string | null;
    day: string;
    sentToday: number;
  } | null;
  workspaceDay: { day: string; sent: number };
  senders: (Omit<SenderFacts, 'lastUsedAt' | 'freeAt' | 'busyUntil'> & {
    accountId: string;
    lastUsedAt: string | null;
    freeAt: string | null;
    busyUntil: string | null;
  })[];
  marketingSentAt: string[];
  answersAt: string | null;
}

export interface ContactFacts {
  id: string;
  firstName: string;
  lastName: string;
  company: string;
  street: string;
  city: string;
  region: string;
  postalCode: string;
  country: string | null;
  zone: string | null;
  fields: Record<string, unknown>;
  erasedAt: string | null;
  /** Of what was said before; null before the first word. */
  conversationId: string | null;
}

/** Loads the facts of one send in one statement; run it under the send's locks, so that they hold. */
export async function sendRow(em: Db, sendId: string): Promise<SendRow> {
  const row = await firstRow<SendRow>(
    em,
    sql`select clock.now, ${sendJson} as send, ${workspaceJson} as workspace, ${addressJson} as address,
      ${suppressionJson} as suppression, ${contactJson} as contact, ${membershipJson} as membership, ${campaignJson} as campaign,
      ${workspaceDayJson} as "workspaceDay", ${sendersJson} as senders, ${marketingJson} as "marketingSentAt",
      (select e.received_at + w.clock_offset_ms * interval '1 ms' from provider_event e where e.id = s.event_id) as "answersAt"
    from send s
    join workspace w on w.id = s.workspace_id
    join address a on a.workspace_id = s.workspace_id and a.id = s.address_id
    left join contact c on c.workspace_id = s.workspace_id and c.id = s.contact_id
    left join membership m on m.workspace_id = s.workspace_id and m.id = s.membership_id
    left join campaign k on k.workspace_id = s.workspace_id and k.id = s.campaign_id
    -- Read once: volatile, so the planner never repeats it.
    cross join lateral (select clock_timestamp() + w.clock_offset_ms * interval '1 ms' as now) clock
    cross join lateral (select (clock.now at time zone w.zone)::date as workspace,
      (clock.now at time zone (k.send_window->>'zone'))::date as campaign) today
    where s.id = ${sendId}`,
  );
  if (!row) throw new Error('The send is gone from the ledger.');
  return row;
}

const sendJson = sql`json_build_object('id', s.id, 'workspaceId', s.workspace_id, 'state', s.state, 'purpose', s.purpose,
  'stepId', s.step_id, 'body', s.body, 'senderId', s.sender_id, 'slotAt', s.slot_at, 'attempt', s.attempt,
  'callStartedAt', s.call_started_at, 'callDeadlineAt', s.call_deadline_at, 'lookedAt', s.looked_at, 'decidedAt', s.decided_at,
  'providerId', s.provider_id, 'interactionId', s.interaction_id, 'conversationId', s.conversation_id)`;

const workspaceJson = sql`json_build_object('name', w.name, 'zone', w.zone, 'currency', w.currency, 'locale', w.locale,
  'dailyLimit', w.daily_limit, 'pausedAt', w.paused_at, 'mode', w.mode)`;

const addressJson = sql`json_build_object('id', a.id, 'value', a.value, 'country', a.country, 'region', a.region,
  'lineType', a.line_type, 'zone', a.zone, 'zoneSource', a.zone_source, 'zones', a.zones, 'invalidReason', a.invalid_reason,
  'blocked', a.blocked, 'consent', a.consents->>s.channel, 'senderId', a.sender_id)`;

const suppressionJson = sql`case when a.blocked = '{}' then null else (
  select json_build_object('reason', x.reason, 'since', x.recorded_at) from suppression x
  where x.workspace_id = a.workspace_id and x.address_id = a.id and x.lifted_by is null
  order by x.recorded_at desc limit 1) end`;

const contactJson = sql`case when c.id is null then null else json_build_object('id', c.id, 'firstName', c.first_name,
  'lastName', c.last_name, 'company', c.company, 'street', c.street, 'city', c.city, 'region', c.region,
  'postalCode', c.postal_code, 'country', c.country, 'zone', c.zone, 'fields', c.fields, 'erasedAt', c.erased_at,
  'conversationId', (select v.id from conversation v where v.workspace_id = c.workspace_id and v.contact_id = c.id)) end`;

const membershipJson = sql`case when m.id is null then null else json_build_object('id', m.id, 'state', m.state,
  'ending', m.ending, 'pausedAt', m.paused_at, 'dueAt', m.due_at, 'sendNow', m.send_now, 'versionId', m.version_id) end`;

const campaignJson = sql`case when k.id is null then null else json_build_object('id', k.id, 'state', k.state, 'window', k.send_window, 'dailyLimit', k.daily_limit,
    'senderIds', k.sender_ids, 'agent', (select u.name from app_user u where u.id = k.created_by), 'consentBasis', k.consent_basis, 'day', today.campaign,
    'sentToday', coalesce((select d.sent from campaign_day d where d.workspace_id = k.workspace_id and d.campaign_id = k.id and d.day = today.campaign), 0),
    'pausedAt', (select p.paused_at from campaign_pause p where p.workspace_id = k.workspace_id and p.campaign_id = k.id and p.resumed_at is null)) end`;

const workspaceDayJson = sql`json_build_object('day', today.workspace, 'sent', coalesce(
  (select d.sent from workspace_day d where d.workspace_id = w.id and d.day = today.workspace), 0))`;

const sendersJson = sql`coalesce((select json_agg(json_build_object('id', x.id, 'value', x.value, 'country', x.country,
  'areaCode', x.area_code, 'state', case when pa.state = 'active' then x.state else 'paused' end, 'region', x.region,
  'channels', x.channels, 'rotation', x.rotation, 'priority', x.priority, 'lastUsedAt', x.last_used_at,
  'dailyCap', x.daily_cap, 'sentToday', coalesce(d.sent, 0), 'ratePerSecond', x.rate_per_second, 'freeAt', x.free_at, 'busyUntil', x.busy_until,
  'accountId', x.provider_account_id, 'provider', pa.provider))
  from sender x
  join provider_account pa on pa.workspace_id = x.workspace_id and pa.id = x.provider_account_id
  left join sender_day d on d.workspace_id = x.workspace_id and d.sender_id = x.id
    and d.day = today.workspace
  where x.workspace_id = w.id), '[]')`;

const marketingJson = sql`case when s.purpose = 'marketing' then coalesce((select json_agg(x.decided_at) from send x
  where x.workspace_id = s.workspace_id and x.address_id = s.address_id and x.purpose = 'marketing' and x.id <> s.id
    and x.state not in ('queued', 'held', 'parked', 'dropped', 'refused')
    and x.decided_at > clock.now - interval '7 days'), '[]') else '[]' end`;
