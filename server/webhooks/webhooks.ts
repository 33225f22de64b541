import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Logger } from 'pino';
import type { Database } from '#db/orm.ts';
import { webhookAccounts } from './accounts.ts';
import { webhookSeconds, webhooksTaken } from './metrics.ts';
import { receive, type Outcome } from './receive.ts';
import type { Kind } from './twilio/event.ts';

export interface WebhookDeps {
  database: Database;
  /** PUBLIC_URL is what signatures cover; APP_SECRET opens the accounts' credentials. */
  env: { PUBLIC_URL: string; APP_SECRET: string };
  log: Logger;
}

/** A provider's webhook is a few hundred bytes; ten pictures come as ten addresses. */
const BODY_BYTES = 64 * 1024;
const provider = 'twilio';
const keptHeaders = ['i-twilio-idempotency-token', 'content-type', 'user-agent'];

/**
 * `POST /webhooks/twilio/<account key>/messages` and `/status` (ARCHITECTURE.md): signature,
 * storing, answer. Whatever cannot be stored is not acknowledged, so that the provider comes again.
 */
export function webhookRoutes({ database, env, log }: WebhookDeps): Hono {
  const accounts = webhookAccounts(database, { provider, secret: env.APP_SECRET });
  const limit = bodyLimit({ maxSize: BODY_BYTES, onError: (c) => c.text('Too large.', 413) });
  return new Hono()
    .post('/webhooks/twilio/:key/messages', limit, (c) => take(c, c.req.param('key'), 'message'))
    .post('/webhooks/twilio/:key/status', limit, (c) => take(c, c.req.param('key'), 'status'));

  async function take(c: Context, key: string, kind: Kind): Promise<Response> {
    const done = webhookSeconds.startTimer({ provider });
    const received = {
      key,
      kind,
      url: env.PUBLIC_URL + pathOf(c.req.url),
      signature: c.req.header('X-Twilio-Signature'),
      headers: headersOf(c),
      body: await c.req.text(),
    };
    const outcome = await receive(database, accounts, received).catch((error: unknown) => {
      log.error({ err: error, provider, kind }, 'a webhook could not be stored');
      return 'failed' as const;
    });
    webhooksTaken.inc({ provider, kind, outcome });
    done();
    return answer(c, kind, outcome);
  }
}

function answer(c: Context, kind: Kind, outcome: Outcome | 'failed'): Response {
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
      return kind === 'message' ? emptyTwiml(c) : c.body(null, 204);
  }
}

/** Path and query as they were called: parsing and printing a URL could change what was signed. */
function pathOf(url: string): string {
  return url.slice(url.indexOf('/', url.indexOf('//') + 2));
}

function headersOf(c: Context): Record<string, string> {
  const headers = keptHeaders.map((name) => [name, c.req.header(name)] as const);
  return Object.fromEntries(headers.filter((pair): pair is [string, string] => Boolean(pair[1])));
}

const emptyTwiml = (c: Context) =>
  c.body('<?xml version="1.0" encoding="UTF-8"?><Response/>', 200, { 'Content-Type': 'text/xml' });
