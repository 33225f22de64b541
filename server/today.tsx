import { Hono } from 'hono';
import { todayCampaigns } from '#db/today/campaigns.ts';
import { todayCounts } from '#db/today/counts.ts';
import { dayLine } from '#db/today/day-line.ts';
import { happening } from '#db/today/happening.ts';
import { troubledSenders } from '#db/today/senders.ts';
import type { Db } from '#db/orm.ts';
import { Today, TodayPage } from '#web/today/today-page.tsx';
import type { TodayProps } from '#web/today/types.ts';
import type { AppEnv } from './context.ts';
import { respond } from './http/respond.tsx';

/** The first page: what waits, what runs, what happened. Five statements besides the session's. */
export function todayRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>().get('/', async (c) => {
    const { ui, seat, em } = c.var;
    const today = await gather(em, seat.workspaceId);
    return respond(c, {
      full: () => <TodayPage ui={ui} today={today} />,
      partial: () => <Today ui={ui} today={today} />,
    });
  });
}

async function gather(em: Db, workspaceId: string): Promise<TodayProps> {
  return {
    counts: await todayCounts(em, workspaceId),
    campaigns: await todayCampaigns(em, { workspaceId, limit: 6 }),
    senders: await troubledSenders(em, { workspaceId, limit: 6 }),
    line: await dayLine(em, { workspaceId, minutes: 20 }),
    happening: await happening(em, { workspaceId, limit: 8 }),
  };
}
