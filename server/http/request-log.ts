import { randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import type { HttpEnv } from './env.ts';
import { sqlCount } from './timing.ts';

const ALPHABET = 'bcdfghjkmnpqrstvwxz23456789';

/** Short enough to read out to support: "k7p-2dm". */
export const requestId = (): MiddlewareHandler<HttpEnv> => async (c, next) => {
  const letters = [...randomBytes(6)].map((byte) => ALPHABET[byte % ALPHABET.length]);
  const id = `${letters.slice(0, 3).join('')}-${letters.slice(3).join('')}`;
  c.set('requestId', id);
  await next();
  c.header('X-Request-Id', id);
};

/** One line a request: the route, not the address, because addresses may hold searches and numbers. */
export const requestLog =
  (log: Logger): MiddlewareHandler<HttpEnv> =>
  async (c, next) => {
    const own = log.child({ request: c.get('requestId') });
    c.set('log', own);
    const began = performance.now();
    await next();
    const line = {
      method: c.req.method,
      route: c.req.routePath,
      status: c.res.status,
      ms: Math.round(performance.now() - began),
      sql: sqlCount(),
    };
    if (c.res.status >= 500) own.error(line, 'request failed');
    else own.info(line, 'request');
  };
