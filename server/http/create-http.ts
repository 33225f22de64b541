import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { compress } from 'hono/compress';
import type { Logger } from 'pino';
import { createUi, type Locale, type Theme } from '#web/ui.ts';
import { serveAssets, type Assets } from './assets.ts';
import type { HttpEnv } from './env.ts';
import { notFound, onError } from './errors.tsx';
import { limitBody } from './limit-body.ts';
import { requestId, requestLog } from './request-log.ts';
import { sameSiteOnly } from './same-site.ts';
import { securityHeaders } from './security-headers.ts';
import { serverTiming } from './timing.ts';

interface HttpDeps {
  log: Logger;
  assets: Assets;
  locale?: Locale;
  /** Real time, for pages before a workspace is known. */
  now?: () => Date;
}

/**
 * The root app: request id, log, timing, error pages, static files. Mount webhooks and health on it
 * first, then call `guardPages`, then mount the pages: what comes before the guard is not guarded.
 */
export function createHttp({ log, assets, locale = 'en-US', now = () => new Date() }: HttpDeps) {
  const app = new Hono<HttpEnv>();
  app.use(requestId(), serverTiming());
  app.use(async (c, next) => {
    const zone = 'UTC';
    c.set(
      'ui',
      createUi({
        locale,
        zone,
        now: now(),
        theme: themeOf(getCookie(c, 'theme')),
        assets: assets.urls,
      }),
    );
    await next();
  });
  app.use(requestLog(log));
  app.onError(onError);
  app.notFound(notFound);
  app.route('/', serveAssets(assets));
  return app;
}

const FORM_BYTES = 256 * 1024;

/**
 * What every page needs and no webhook bears.
 * @param deps `origin` is the public origin, such as https://app.example; `uploads` are the paths that
 *   take more than a form and set their own `limitBody`
 */
export function guardPages(
  app: Hono<HttpEnv>,
  deps: { origin: string; uploads?: (path: string) => boolean },
): void {
  const { origin, uploads = () => false } = deps;
  const limit = limitBody(FORM_BYTES);
  app.use(securityHeaders(origin), compress(), sameSiteOnly(origin));
  app.use((c, next) => (uploads(c.req.path) ? next() : limit(c, next)));
}

const themeOf = (cookie: string | undefined): Theme =>
  cookie === 'light' || cookie === 'dark' ? cookie : 'system';
