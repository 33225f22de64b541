import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { may, type Permission } from '#domain/access/permissions.ts';
import type { AppEnv } from '#server/context.ts';

/** Lets through only seats whose role may do it: `.post(path, allow('campaign.launch'), ...)`. */
export function allow(permission: Permission) {
  return createMiddleware<AppEnv>(async (c, next) => {
    if (!may(c.var.seat.role, permission)) throw new HTTPException(403);
    await next();
  });
}
