import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { WebEnv } from '#server/env.ts';

/**
 * The visitor's IP address: what the nearest of our own proxies saw, else the other end of the connection.
 * What stands before that in the header was written by the visitor.
 */
export function visitorAddress(c: Context, env: WebEnv): string {
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  const seen = env.TRUSTED_PROXIES > 0 ? forwarded.at(-env.TRUSTED_PROXIES) : undefined;
  return seen || connection(c) || 'unknown';
}

// A request made in a test has no connection.
function connection(c: Context): string | undefined {
  const bindings = c.env as { incoming?: unknown } | undefined;
  return bindings?.incoming ? getConnInfo(c).remote.address : undefined;
}
