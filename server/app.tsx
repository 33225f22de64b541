import { Hono } from 'hono';
import type { AppDeps, AppEnv } from './context.ts';
import { healthRoutes } from './health.ts';
import { createHttp, guardPages } from './http/create-http.ts';
import type { HttpEnv } from './http/env.ts';
import { session } from './session/session.tsx';

/** Paths whose body is a file; they set their own `limitBody`. */
const uploads = (path: string): boolean => path === '/imports';

/**
 * The whole web process without its port. The order is the security of it: machines that sign what
 * they say come first, then the guard of all pages, then the doors, then what only a seat may see.
 */
export function createApp(deps: AppDeps): Hono<HttpEnv> {
  const app = createHttp({ log: deps.log, assets: deps.assets });
  app.route('/', healthRoutes(deps));

  guardPages(app, { origin: new URL(deps.env.PUBLIC_URL).origin, uploads });
  return app.route('/', seatedRoutes(deps));
}

/** Every feature adds its line here; each of its routes finds `c.var.seat` and `c.var.ui`. */
function seatedRoutes(deps: AppDeps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(session(deps));
  return app;
}
