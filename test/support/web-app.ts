import { Hono } from 'hono';
import pino from 'pino';
import { loadAssets } from '#server/http/assets.ts';
import { createHttp, guardPages } from '#server/http/create-http.ts';
import type { HttpEnv } from '#server/http/env.ts';
import { styleguideRoutes } from '#server/http/styleguide.tsx';
import type { Locale } from '#web/ui.ts';

const assets = loadAssets();

/** The HTTP foundation with the style guide and whatever routes a test adds; no database. */
export function webApp(
  options: { locale?: Locale; routes?: Hono<HttpEnv>; origin?: string } = {},
): Hono<HttpEnv> {
  const { locale = 'en-US', routes = new Hono<HttpEnv>(), origin = 'http://localhost' } = options;
  const app = createHttp({ log: pino({ level: 'silent' }), assets, locale });
  guardPages(app, { origin });
  app.route('/', styleguideRoutes());
  app.route('/', routes);
  return app;
}

export { assets };
