import { Hono } from 'hono';
import { firstRow, sql } from '#db/sql.ts';
import type { AppDeps } from './context.ts';

/** For whoever runs the process: does it live, and may it be given visitors. */
export function healthRoutes({ database, stopping }: AppDeps): Hono {
  return new Hono()
    .get('/healthz', (c) => c.json({ ok: true }))
    .get('/readyz', async (c) => {
      const reached = await firstRow(database.fork(), sql`select 1 as one`).catch(() => undefined);
      const ready = reached !== undefined && !stopping.aborted;
      return c.json({ ok: ready, database: reached !== undefined }, ready ? 200 : 503);
    });
}
