import { Hono } from 'hono';
import type { Logger } from 'pino';
import { jsonOf, sentenceOf } from './answers.ts';
import { type Account, account } from './state/account.ts';
import type { Store } from './store.ts';

/** `/sandbox/accounts`: POST creates or replaces an account, GET lists them without their tokens. */
export function accountRoutes(store: Store, log: Logger): Hono {
  const { accounts } = store.world;
  return new Hono()
    .get('/', (c) => c.json({ accounts: [...accounts.values()].map(withoutToken) }))
    .post('/', async (c) => {
      const parsed = account.safeParse(await jsonOf(c));
      if (!parsed.success) return c.json({ error: sentenceOf(parsed.error) }, 422);
      const known = accounts.get(parsed.data.sid);
      if (JSON.stringify(known) !== JSON.stringify(parsed.data)) {
        await store.record({ kind: 'account', account: parsed.data });
        log.info(
          { account: parsed.data.sid, numbers: parsed.data.numbers.length },
          'account stored',
        );
      }
      return c.json({ sid: parsed.data.sid }, known ? 200 : 201);
    });
}

function withoutToken({ sid, webhook, numbers }: Account): Omit<Account, 'token'> {
  return { sid, webhook, numbers };
}
