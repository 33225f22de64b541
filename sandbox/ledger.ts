import { type Context, Hono } from 'hono';
import { stream } from 'hono/streaming';
import { type Message, statusOf } from './state/message.ts';
import type { World } from './state/world.ts';
import { priceOf } from './twilio/message-body.ts';

const ROWS_AT_ONCE = 500;

/**
 * `GET /ledger`: every message taken for sending, in the order of acceptance; the judge of proofs.
 * Filters: `since` (an instant, inclusive), `after` (a seq), `to`, `from`, `account`,
 * `provider` (twilio, openphone), `direction` (outbound, the default; inbound; all), `limit`. `GET /ledger/count` counts the same.
 */
export function ledgerRoutes(world: World): Hono {
  return new Hono()
    .get('/count', (c) => {
      const query = queryOf(c);
      return query
        ? c.json({ count: world.order.filter((one) => isWanted(one, query)).length })
        : badInstant(c);
    })
    .get('/', (c) => {
      const query = queryOf(c);
      if (!query) return badInstant(c);
      const rows = rowsOf(world, query).slice(0, query.limit);
      c.header('Content-Type', 'application/json');
      return stream(c, async (out) => {
        await out.write(`{"count":${rows.length},"messages":[`);
        for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) {
          const part = rows.slice(i, i + ROWS_AT_ONCE).map((row) => JSON.stringify(ledgerRow(row)));
          await out.write((i > 0 ? ',' : '') + part.join(',\n'));
        }
        await out.write(']}\n');
      });
    });
}

type Query = {
  readonly since: number;
  readonly after: number;
  readonly limit: number;
  readonly direction: string;
  readonly to: string | undefined;
  readonly from: string | undefined;
  readonly account: string | undefined;
  readonly provider: string | undefined;
};

function queryOf(c: Context): Query | undefined {
  const since = instantOf(c.req.query('since'));
  if (Number.isNaN(since)) return undefined;
  return {
    since,
    after: Number(c.req.query('after') ?? -1),
    limit: Number(c.req.query('limit') ?? Infinity),
    direction: c.req.query('direction') ?? 'outbound',
    to: c.req.query('to'),
    from: c.req.query('from'),
    account: c.req.query('account'),
    provider: c.req.query('provider'),
  };
}

function badInstant(c: Context): Response {
  return c.json(
    { error: 'since is an ISO instant or milliseconds, such as 2026-11-20T10:00:00Z' },
    422,
  );
}

function instantOf(text: string | undefined): number {
  if (text === undefined) return -Infinity;
  return /^\d+$/.test(text) ? Number(text) : Date.parse(text);
}

function rowsOf(world: World, query: Query): Message[] {
  const party = query.to ?? query.from;
  const candidates = party === undefined ? world.order : (world.byParty.get(party) ?? []);
  return candidates.filter((message) => isWanted(message, query));
}

function isWanted(message: Message, query: Query): boolean {
  const direction = message.origin === 'phone' ? 'inbound' : 'outbound';
  return (
    message.acceptedAt >= query.since &&
    message.seq > query.after &&
    (query.direction === 'all' || query.direction === direction) &&
    (query.to === undefined || message.to === query.to) &&
    (query.from === undefined || message.from === query.from) &&
    (query.account === undefined || message.account === query.account) &&
    (query.provider === undefined || providerOf(message) === query.provider)
  );
}

function providerOf(message: Message): 'openphone' | 'twilio' {
  return message.openphone ? 'openphone' : 'twilio';
}

function ledgerRow(message: Message): object {
  return {
    seq: message.seq,
    provider: providerOf(message),
    sid: message.sid,
    account: message.account,
    madeBy: message.origin,
    acceptedAt: new Date(message.acceptedAt).toISOString(),
    from: message.from,
    to: message.to,
    body: message.body,
    media: message.media,
    segments: message.segments,
    statusCallback: message.statusCallback ?? null,
    fields: message.fields,
    status: statusOf(message),
    errorCode: message.errorCode ?? null,
    price: message.openphone ? null : priceOf(message),
    statuses: message.marks.map(({ status, at, told }) => ({
      status,
      at: new Date(at).toISOString(),
      told: told === true,
    })),
  };
}
