import type { CampaignState } from '#domain/campaigns/stages.ts';
import type { Db } from '../orm.ts';
import { tellRelay } from '../outbox.ts';
import { firstRow, rows, run, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';

/** What a release looks at before each batch. */
export interface CampaignStanding {
  workspaceId: string;
  state: CampaignState;
  versionId: string;
  now: Date;
}

/** Somebody whose walk is to be started. */
export interface DueWalk {
  id: string;
  /** How far the workspace's clock ran ahead when they were taken first: the walk counts from there. */
  clockOffsetMs: number;
}

export async function campaignStanding(em: Db, campaignId: string): Promise<CampaignStanding> {
  const row = await firstRow<CampaignStanding>(
    em,
    sql`select k.workspace_id as "workspaceId", k.state, k.version_id as "versionId",
      workspace_now(w.id) as now
    from campaign k join workspace w on w.id = k.workspace_id where k.id = ${campaignId}`,
  );
  if (!row) throw new Error('The campaign is gone.');
  return row;
}

/**
 * Takes the next people whose day and place have come, in order. They count as walking from here on;
 * until markStarted they are given again, so that a crash before the start loses nobody. They are given
 * with the offset of the first time: by then the workflow may be there, and it never learns another.
 * `firstStepId` is where they stand then: before the first message or exit of the version.
 */
export async function takeDue(
  em: Db,
  campaignId: string,
  { firstStepId, most }: { firstStepId: string | null; most: number },
): Promise<DueWalk[]> {
  return rows<DueWalk>(
    em,
    sql`update membership set state = 'walking', awaits = 'due', due_at = coalesce(due_at, planned_at), step_id = coalesce(step_id, ${firstStepId}),
      clock_offset_ms = case when state = 'enrolled' then (select w.clock_offset_ms from workspace w where w.id = workspace_id) else clock_offset_ms end
    where id in (
      select m.id from membership m
      where m.campaign_id = ${campaignId} and m.started_at is null and m.state in ('enrolled', 'walking')
        and m.paused_at is null and m.planned_at <= workspace_now(m.workspace_id)
      order by m.planned_rank limit ${most} for update skip locked)
    returning id, clock_offset_ms as "clockOffsetMs"`,
  );
}

/** Their workflows are there. Where the clock was moved meanwhile, they are brought along. */
export async function markStarted(
  em: Db,
  input: { workspaceId: string; campaignId: string; membershipIds: readonly string[] },
): Promise<void> {
  const { workspaceId, campaignId, membershipIds } = input;
  const started = await rows<{ lags: boolean }>(
    em,
    sql`update membership set started_at = workspace_now(${workspaceId})
    where workspace_id = ${workspaceId} and id = any(${[...membershipIds]}::uuid[])
    returning clock_offset_ms <> (select w.clock_offset_ms from workspace w where w.id = workspace_id) as lags`,
  );
  if (started.some(({ lags }) => lags)) {
    await tellRelay(em, { workspaceId, kind: 'clock.moved', key: workspaceId });
  }
  await tellUi(em, { workspaceId, topic: 'campaign', refId: campaignId, kind: 'released' });
}

/**
 * Everybody whom a pause of whatever kind has parked: each is looked at again, once. The relay wakes them,
 * so that a crash between the rows and the words loses nobody.
 */
export async function wakeResumed(em: Db, campaignId: string): Promise<void> {
  const resumed = await rows<{ workspaceId: string; key: string }>(
    em,
    sql`update membership set awaits = 'due', held = null
    where campaign_id = ${campaignId} and awaits = 'resume' and state = 'walking' and paused_at is null
    returning workspace_id as "workspaceId", id as key`,
  );
  await tellRelay(em, ...resumed.map((one) => ({ ...one, kind: 'membership.wake' as const })));
}

/** When the next release is due; null where everybody has been released. */
export async function nextRelease(em: Db, campaignId: string): Promise<Date | null> {
  const row = await firstRow<{ at: Date | null }>(
    em,
    sql`select min(planned_at) as at from membership
    where campaign_id = ${campaignId} and started_at is null and state in ('enrolled', 'walking') and paused_at is null`,
  );
  return row?.at ?? null;
}

/** Ends the campaign when nobody walks any more. @returns whether it did, or had before */
export async function completeIfOver(em: Db, campaignId: string): Promise<boolean> {
  await run(em, sql`select 1 from campaign where id = ${campaignId} for no key update`);
  const done = await firstRow<{ workspaceId: string }>(
    em,
    sql`update campaign k set state = 'complete', ended_at = workspace_now(workspace_id)
    where id = ${campaignId} and state = 'running' and not exists (
      select 1 from membership m where m.workspace_id = k.workspace_id and m.campaign_id = k.id and m.state in ('enrolled', 'walking'))
    returning workspace_id as "workspaceId"`,
  );
  if (!done) return false;
  await tellUi(em, {
    workspaceId: done.workspaceId,
    topic: 'campaign',
    refId: campaignId,
    kind: 'complete',
  });
  return true;
}

/** The next open walks of a stopped campaign, to be closed. */
export async function openWalks(em: Db, campaignId: string, most: number): Promise<string[]> {
  const open = await rows<{ id: string }>(
    em,
    sql`select id from membership where campaign_id = ${campaignId} and state in ('enrolled', 'walking')
    order by id limit ${most}`,
  );
  return open.map(({ id }) => id);
}
