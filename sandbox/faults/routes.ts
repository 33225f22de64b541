import { type Context, Hono } from 'hono';
import type { Logger } from 'pino';
import type { z } from 'zod';
import { jsonOf, sentenceOf } from '../answers.ts';
import type { Faults } from './faults.ts';
import { type FaultSettings, faultSettings } from './settings.ts';

/** `/sandbox/faults`: GET reads, PUT replaces (what is left out is off), PATCH changes, DELETE clears; `/struck` counts. */
export function faultRoutes(faults: Faults, log: Logger): Hono {
  function settle(c: Context, parsed: z.ZodSafeParseResult<FaultSettings>): Response {
    if (!parsed.success) return c.json({ error: sentenceOf(parsed.error) }, 422);
    faults.replace(parsed.data);
    log.info({ faults: parsed.data }, 'faults changed');
    return c.json(faults.settings);
  }

  return new Hono()
    .get('/', (c) => c.json(faults.settings))
    .get('/struck', (c) => c.json(faults.struck))
    .put('/', async (c) => settle(c, faultSettings.safeParse(await jsonOf(c))))
    .patch('/', async (c) => {
      const change = (await jsonOf(c)) ?? { body: 'no JSON' };
      return settle(c, faultSettings.safeParse({ ...faults.settings, ...change }));
    })
    .delete('/', (c) => settle(c, faultSettings.safeParse({})));
}
