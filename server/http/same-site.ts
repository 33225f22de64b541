import type { MiddlewareHandler } from 'hono';
import type { HttpEnv } from './env.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses orders that another site sends in a person's name, whatever their content type.
 * Browsers say where a request comes from; what says nothing is no browser and carries no session
 * that a stranger could ride on, but is refused all the same, because scripts can add the header.
 * @param origin the public origin; behind a proxy the request's own URL is not it
 */
export const sameSiteOnly =
  (origin: string): MiddlewareHandler<HttpEnv> =>
  async (c, next) => {
    if (SAFE.has(c.req.method)) return next();
    const site = c.req.header('Sec-Fetch-Site');
    const sender = c.req.header('Origin');
    if (site === 'same-origin' || (site === undefined && sender === origin)) return next();
    return c.text(c.get('ui').t.errors.crossSite, 403);
  };
