import { Hono } from 'hono';
import { firstRow, sql } from '#db/sql.ts';
import type { AppDeps } from './context.ts';

type Needs = Pick<AppDeps, 'database' | 'stopping'>;

/** What the web process needs for its work. The engine is not among it: pages and orders do without. */
export async function checkReady({ database, stopping }: Needs): Promise<Record<string, boolean>> {
  const reached = await firstRow(database.fork(), sql`select 1 as one`).catch(() => undefined);
  return { database: reached !== undefined, open: !stopping.aborted };
}

/** For whoever runs the process: does it live, and may it be given visitors. */
export function healthRoutes(deps: Needs): Hono {
  return new Hono()
    .get('/healthz', (c) => c.json({ ok: true }))
    .get('/readyz', async (c) => {
      const parts = await checkReady(deps);
      const ok = Object.values(parts).every(Boolean);
      return c.json({ ok, ...parts }, ok ? 200 : 503);
    });
}
