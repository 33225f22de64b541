import { type Context, Hono } from 'hono';
import type { Logger } from 'pino';
import { jsonOf, sentenceOf } from './answers.ts';
import { keptAccount, type OpenphoneAccount, openphoneAccount } from './openphone/account.ts';
import type { Doors } from './openphone/door.ts';
import { type Account, account } from './state/account.ts';
import type { Store } from './store.ts';

type Parts = { readonly store: Store; readonly doors: Doors; readonly log: Logger };

/**
 * `/sandbox/accounts`: POST creates or replaces an account, GET lists them without their secrets.
 * `provider` says whose account it is; without it, it is Twilio's.
 */
export function accountRoutes({ store, doors, log }: Parts): Hono {
  const { accounts, openphone } = store.world;

  async function storeTwilio(c: Context, body: unknown): Promise<Response> {
    const parsed = account.safeParse(body);
    if (!parsed.success) return c.json({ error: sentenceOf(parsed.error) }, 422);
    const { sid, numbers } = parsed.data;
    const known = accounts.get(sid);
    if (!isSame(known, parsed.data)) {
      await store.record({ kind: 'account', account: parsed.data });
      log.info({ account: sid, numbers: numbers.length }, 'account stored');
    }
    return c.json({ sid }, known ? 200 : 201);
  }

  async function storeOpenphone(c: Context, body: unknown): Promise<Response> {
    const parsed = openphoneAccount.safeParse(body);
    if (!parsed.success) return c.json({ error: sentenceOf(parsed.error) }, 422);
    const { id, key } = parsed.data;
    const holder = [...openphone.values()].find((one) => one.account.key === key);
    if (holder && holder.account.id !== id) {
      return c.json({ error: 'Another account has this key.' }, 422);
    }
    const known = openphone.get(id)?.account;
    const kept = keptAccount(parsed.data, known, new URL(c.req.url).origin);
    if (!isSame(known, kept)) {
      await store.record({ kind: 'openphone-account', account: kept });
      doors.settle(kept);
      log.info({ account: id, size: kept.size }, 'account stored');
    }
    return c.json({ id, endsAt: kept.endsAt }, known ? 200 : 201);
  }

  return new Hono()
    .get('/', (c) =>
      c.json({
        accounts: [
          ...[...accounts.values()].map(twilioSummary),
          ...[...openphone.values()].map((one) => openphoneSummary(one.account)),
        ],
      }),
    )
    .post('/', async (c) => {
      const body = await jsonOf(c);
      return isOpenphone(body) ? storeOpenphone(c, body) : storeTwilio(c, body);
    });
}

function isOpenphone(body: unknown): boolean {
  return (body as { provider?: unknown } | undefined | null)?.provider === 'openphone';
}

function isSame(known: object | undefined, given: object): boolean {
  return JSON.stringify(known) === JSON.stringify(given);
}

function twilioSummary({ sid, webhook, numbers }: Account): Omit<Account, 'token'> {
  return { sid, webhook, numbers };
}

function openphoneSummary({ id, seed, size, endsAt, webhook }: OpenphoneAccount): object {
  return { provider: 'openphone', id, seed, size, endsAt, webhook: webhook?.url ?? null };
}
