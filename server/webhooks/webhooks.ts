import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Logger } from 'pino';
import type { Database } from '#db/orm.ts';
import { webhookAccounts } from './accounts.ts';
import { webhookSeconds, webhooksTaken } from './metrics.ts';
import type { WebhookProvider } from './provider.ts';
import { providers } from './providers.ts';
import { receive, type Received } from './receive.ts';

export interface WebhookDeps {
  database: Database;
  /** PUBLIC_URL is what signatures cover; APP_SECRET opens the accounts' credentials. */
  env: { PUBLIC_URL: string; APP_SECRET: string; WEBHOOK_TOLERANCE_SECONDS?: number | undefined };
  log: Logger;
}

/** Seconds, as Standard Webhooks has it. */
const usualTolerance = 300;

/**
 * `POST /webhooks/<provider>/<account key>` and what may follow (ARCHITECTURE.md): signature, storing,
 * answer. Whatever cannot be stored is not acknowledged, so that the provider comes again.
 */
export function webhookRoutes(deps: WebhookDeps): Hono {
  const app = new Hono();
  for (const provider of providers) addRoutes(app, provider, deps);
  return app;
}

function addRoutes(
  app: Hono,
  provider: WebhookProvider,
  { database, env, log }: WebhookDeps,
): void {
  const { name, bodyBytes } = provider;
  const accounts = webhookAccounts(database, { provider: name, secret: env.APP_SECRET });
  const limit = bodyLimit({ maxSize: bodyBytes, onError: (c) => c.text('Too large.', 413) });
  for (const path of provider.paths) {
    app.post(`/webhooks/${name}/:key${path}`, limit, (c) => take(c, c.req.param('key')));
  }

  async function take(c: Context, key: string): Promise<Response> {
    const done = webhookSeconds.startTimer({ provider: name });
    const received: Received = {
      key,
      url: env.PUBLIC_URL + pathOf(c.req.url),
      headers: headersOf(c, [...provider.headers, ...provider.proofs]),
      body: await c.req.text(),
      at: Date.now(),
      toleranceMs: (env.WEBHOOK_TOLERANCE_SECONDS ?? usualTolerance) * 1000,
    };
    const kind = provider.kindOf(received);
    const outcome = await receive(database, { provider, accounts }, received).catch(
      (error: unknown) => {
        log.error({ err: error, provider: name, kind }, 'a webhook could not be stored');
        return 'failed' as const;
      },
    );
    webhooksTaken.inc({ provider: name, kind, outcome });
    done();
    switch (outcome) {
      case 'unknown':
        return c.text('No such account.', 404);
      case 'unsigned':
        return c.text('The signature does not fit.', 403);
      case 'failed':
        return c.text('Not stored. Please come again.', 503);
      case 'stored':
      case 'repeated':
      case 'malformed':
      case 'ignored':
        return provider.thank(c, kind);
    }
  }
}

/** Path and query as they were called: parsing and printing a URL could change what was signed. */
function pathOf(url: string): string {
  return url.slice(url.indexOf('/', url.indexOf('//') + 2));
}

function headersOf(c: Context, names: readonly string[]): Record<string, string> {
  const headers = names.map((name) => [name, c.req.header(name)] as const);
  return Object.fromEntries(headers.filter((pair): pair is [string, string] => Boolean(pair[1])));
}
