import type { Audience } from '#domain/campaigns/audience.ts';
import type { Spread } from '#domain/campaigns/places.ts';
import type { CampaignState } from '#domain/campaigns/stages.ts';
import type { ConsentBasis } from '#domain/sending/consent.ts';
import type { CampaignWindow } from '#domain/sending/open-hours.ts';
import type { Block } from '#domain/sequences/step.ts';
import type { Db } from '../orm.ts';
import { recordOrder } from '../orders.ts';
import { firstRow, run, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';

/** What a marketer sets before the launch. */
export interface CampaignDraft {
  name: string;
  versionId: string | null;
  audience: Audience;
  window: CampaignWindow;
  dailyLimit: number;
  spread: Spread;
  /** Empty: every number in rotation. */
  senderIds: readonly string[];
  /** On what ground people without a recorded consent are written to, and the words for it. */
  consentBasis: { basis: ConsentBasis; statement: string } | null;
}

export interface CampaignRow extends CampaignDraft {
  id: string;
  workspaceId: string;
  state: CampaignState;
  alert: string | null;
  createdAt: Date;
  createdBy: string | null;
  launchedAt: Date | null;
  endedAt: Date | null;
  sequence: { id: string; name: string; version: number; blocks: Block[] } | null;
}

export async function campaignRow(
  em: Db,
  workspaceId: string,
  campaignId: string,
): Promise<CampaignRow | undefined> {
  return firstRow<CampaignRow>(
    em,
    sql`select k.id, k.workspace_id as "workspaceId", k.name, k.state, k.version_id as "versionId", k.audience,
      k.send_window as window, k.daily_limit as "dailyLimit", k.spread, k.sender_ids as "senderIds",
      k.consent_basis as "consentBasis", k.alert, k.created_at as "createdAt", u.name as "createdBy",
      k.launched_at as "launchedAt", k.ended_at as "endedAt",
      case when v.id is null then null else jsonb_build_object('id', s.id, 'name', s.name, 'version', v.number, 'blocks', v.blocks) end as sequence
    from campaign k
    left join app_user u on u.id = k.created_by
    left join sequence_version v on v.workspace_id = k.workspace_id and v.id = k.version_id
    left join sequence s on s.workspace_id = v.workspace_id and s.id = v.sequence_id
    where k.workspace_id = ${workspaceId} and k.id = ${campaignId}`,
  );
}

/** A campaign as it begins: nobody in particular, working hours of the workspace's zone. */
export async function createCampaign(
  em: Db,
  input: {
    workspaceId: string;
    userId: string;
    orderId: string;
    name: string;
    versionId: string | null;
  },
): Promise<string> {
  const { workspaceId, userId, orderId, name, versionId } = input;
  const order = { id: orderId, workspaceId, userId, kind: 'campaign.create' };
  // The order's id is the campaign's: a double click finds the campaign that the first one made.
  await recordOrder(em, { ...order, subjectType: 'campaign', subjectId: orderId });
  await run(
    em,
    sql`insert into campaign (id, workspace_id, name, sequence_id, version_id, audience, send_window, created_by, created_at)
    select ${orderId}, w.id, ${name}, v.sequence_id, v.id, '{}', jsonb_build_object('days', '[1,2,3,4,5]'::jsonb, 'from', 540, 'to', 1080, 'zone', w.zone),
      ${userId}::uuid, workspace_now(w.id)
    from workspace w left join sequence_version v on v.workspace_id = w.id and v.id = ${versionId}
    where w.id = ${workspaceId} on conflict (id) do nothing`,
  );
  return orderId;
}

/** Saves a draft. @returns false where it is no draft any more, or not there */
export async function saveDraft(
  em: Db,
  { workspaceId, campaignId }: { workspaceId: string; campaignId: string },
  draft: CampaignDraft,
): Promise<boolean> {
  const changed = await run(
    em,
    sql`update campaign k set name = ${draft.name}, version_id = v.id, sequence_id = v.sequence_id, audience = ${draft.audience},
      send_window = ${draft.window}, daily_limit = ${draft.dailyLimit}, spread = ${draft.spread},
      sender_ids = array(select s.id from sender s where s.workspace_id = ${workspaceId} and s.id = any(${[...draft.senderIds]}::uuid[])),
      consent_basis = ${draft.consentBasis}
    from workspace w left join sequence_version v on v.workspace_id = w.id and v.id = ${draft.versionId}
    where w.id = ${workspaceId} and k.workspace_id = w.id and k.id = ${campaignId} and k.state = 'draft'`,
  );
  if (changed > 0) {
    await tellUi(em, { workspaceId, topic: 'campaign', refId: campaignId, kind: 'draft' });
  }
  return changed > 0;
}
