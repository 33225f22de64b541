import { roomUnder } from '#domain/campaigns/places.ts';
import { forecast, type Forecast } from '#domain/campaigns/plan.ts';
import type { CampaignWindow } from '#domain/sending/open-hours.ts';
import { skeletonOf } from '#domain/sequences/skeleton.ts';
import type { Block, WaitStep, WaitUntilStep } from '#domain/sequences/step.ts';
import { nextStretch } from '#domain/sequences/walk.ts';
import type { Db } from '../orm.ts';
import { firstRow, rows, sql } from '../sql.ts';

export interface PlanInput {
  workspaceId: string;
  /** Null while it is a draft: then nothing is promised to it yet. */
  campaignId: string | null;
  window: CampaignWindow;
  dailyLimit: number;
  people: number;
  blocks: readonly Block[];
}

/** What the launch will do, day by day, under the limits of campaign and workspace as they stand. */
export async function planOf(em: Db, input: PlanInput): Promise<Forecast> {
  const { workspaceId, campaignId, window, people } = input;
  const workspace = await firstRow<{ now: Date; limit: number }>(
    em,
    sql`select workspace_now(id) as now, daily_limit as limit from workspace where id = ${workspaceId}`,
  );
  if (!workspace) throw new Error('The workspace is gone.');
  const promised = await promisedByDay(em, workspaceId, window.zone);
  const used = campaignId
    ? await sentByDay(em, workspaceId, campaignId)
    : new Map<string, number>();
  return forecast({
    from: workspace.now.getTime(),
    window,
    people,
    waits: waitsBeforeMessages(input.blocks),
    room: roomUnder({
      campaign: { limit: input.dailyLimit, promised: used },
      workspace: { limit: workspace.limit, promised },
    }),
  });
}

/** For each message of the sequence the waits before it, as the forecast wants them. */
function waitsBeforeMessages(
  blocks: readonly Block[],
): readonly (readonly (WaitStep | WaitUntilStep)[])[] {
  const skeleton = skeletonOf(blocks);
  const waits: (readonly (WaitStep | WaitUntilStep)[])[] = [];
  let ahead = nextStretch(skeleton, null);
  while (ahead.step?.kind === 'message') {
    waits.push(ahead.waits);
    ahead = nextStretch(skeleton, ahead.step.id);
  }
  return waits;
}

/** First messages that running campaigns have places for, and what went already today. */
async function promisedByDay(
  em: Db,
  workspaceId: string,
  zone: string,
): Promise<Map<string, number>> {
  const days = await rows<{ day: string; count: number }>(
    em,
    sql`select day, sum(count)::int as count from (
      select (m.planned_at at time zone ${zone})::date as day, count(*) as count from membership m
      where m.workspace_id = ${workspaceId} and m.state = 'enrolled' and m.planned_at is not null group by 1
      union all
      select day, sent from workspace_day where workspace_id = ${workspaceId} and day >= (workspace_now(${workspaceId}) at time zone ${zone})::date
    ) promised group by day`,
  );
  return new Map(days.map(({ day, count }) => [day, count]));
}

async function sentByDay(
  em: Db,
  workspaceId: string,
  campaignId: string,
): Promise<Map<string, number>> {
  const days = await rows<{ day: string; sent: number }>(
    em,
    sql`select day, sent from campaign_day where workspace_id = ${workspaceId} and campaign_id = ${campaignId}`,
  );
  return new Map(days.map(({ day, sent }) => [day, sent]));
}
