import { decryptCredentials, type Credentials } from '#db/credentials.ts';
import { webhookAccount } from '#db/events/account.ts';
import type { Database } from '#db/orm.ts';

/** A provider account with its credentials open. */
export interface OpenAccount {
  id: string;
  workspaceId: string;
  provider: string;
  externalId: string;
  credentials: Credentials;
}

export interface Accounts {
  byKey: (key: string) => Promise<OpenAccount | null>;
  /** Reads it anew: a signature that does not fit may be that of a key rotated just now. */
  reread: (key: string) => Promise<OpenAccount | null>;
}

const keptMs = 5000;
const mostKept = 1000;

/** The accounts whose webhooks come here, kept for seconds, so that most cost no statement. */
export function webhookAccounts(
  database: Database,
  { provider, secret }: { provider: string; secret: string },
): Accounts {
  const kept = new Map<string, { account: OpenAccount | null; until: number }>();
  return {
    byKey: async (key) => {
      const known = kept.get(key);
      return known && known.until > Date.now() ? known.account : read(key);
    },
    reread: read,
  };

  async function read(key: string): Promise<OpenAccount | null> {
    const found = await webhookAccount(database.fork(), { provider, key });
    const account = found ? { ...found, credentials: opened(secret, found) } : null;
    if (kept.size >= mostKept) kept.clear();
    kept.set(key, { account, until: Date.now() + keptMs });
    return account;
  }
}

/** @throws where the secret is another one */
export const opened = (
  secret: string,
  { id, credentials }: { id: string; credentials: Buffer },
): Credentials => decryptCredentials<Credentials>(secret, id, credentials);
