import { Hono } from 'hono';
import { syncHealth } from '#db/sync/health.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { respond } from '#server/http/respond.tsx';
import { SyncList, SyncPage } from '#web/sync/sync-page.tsx';

/** Whether what the providers know has come here. Everybody may look; replays are under Events. */
export const syncRoutes = (_deps: AppDeps): Hono<AppEnv> =>
  new Hono<AppEnv>().get('/sync', async (c) => {
    const { ui, em, seat } = c.var;
    const { accounts } = await syncHealth(em, seat.workspaceId);
    return respond(c, {
      full: () => <SyncPage ui={ui} accounts={accounts} />,
      partial: () => <SyncList ui={ui} accounts={accounts} />,
    });
  });
