import { CompiledQuery } from 'kysely';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from '#db/orm.ts';

const minute = 60;

/** Attempts of one visitor at one account, and of one visitor at all accounts. */
const limits = {
  account: { points: 5, duration: 15 * minute },
  visitor: { points: 50, duration: 60 * minute },
};

export interface SignInLimit {
  /** Counts an attempt. @returns how long to wait in milliseconds, or null where it may go on */
  attempt: (who: { email: string; ip: string }) => Promise<number | null>;
  /** Forgets the attempts at an account once its holder is in. */
  succeeded: (who: { email: string; ip: string }) => Promise<void>;
}

/** Counts attempts to sign in, in the database, so that every web process knows them. */
export function createSignInLimit(database: Database): SignInLimit {
  const shared = { storeClient: storeOn(database), storeType: 'client', ...table };
  const account = new RateLimiterPostgres({ ...shared, ...limits.account, keyPrefix: 'account' });
  const visitor = new RateLimiterPostgres({ ...shared, ...limits.visitor, keyPrefix: 'visitor' });
  return {
    attempt: async ({ email, ip }) =>
      (await wait(account, accountKey(email, ip))) ?? (await wait(visitor, ip)),
    succeeded: async ({ email, ip }) => void (await account.delete(accountKey(email, ip))),
  };
}

const table = { tableName: 'sign_in_attempt', tableCreated: true, clearExpiredByTimeout: true };

// The column takes 255 characters; an e-mail of any length must still be counted.
const accountKey = (email: string, ip: string): string =>
  `${ip}:${email.trim().toLowerCase()}`.slice(0, 200);

async function wait(limiter: RateLimiterPostgres, key: string): Promise<number | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return refused.msBeforeNext;
    throw refused;
  }
}

/** The part of a PostgreSQL client that the limiter uses, on our own pool. */
function storeOn(database: Database) {
  return {
    query: async ({ text, values }: { text: string; values?: unknown[] }) => {
      const query = CompiledQuery.raw(text, values ?? []);
      const result = await database.fork().getKysely().executeQuery(query);
      return { rows: result.rows, rowCount: Number(result.numAffectedRows ?? 0) };
    },
  };
}
