import { openPhoneCredentials } from '#db/credentials.ts';
import { ProviderAccount } from '#db/entities/provider-account.ts';
import type { HistoryLook } from '#db/history/look.ts';
import type { Database } from '#db/orm.ts';
import { createOpenPhone, type OpenPhone } from '../providers/openphone/client.ts';
import { pacesOf, type Paces } from '../providers/openphone/pace.ts';
import { reachOf } from '../providers/reach.ts';

const keptMs = 30_000;
/** A page of a hundred, with its last byte. */
const timeoutMs = 20_000;

export interface HistoryWorld {
  database: Database;
  /** APP_SECRET. */
  secret: string;
  sandboxUrl: string | undefined;
  /** Turns for requests; those that the database hands out, unless others are given. */
  paces?: Paces;
}

/** Whose account, and how often it may be asked in a second. */
export type AccountAsked = Pick<HistoryLook, 'accountId' | 'workspaceId' | 'perSecond'>;

export type HistoryClients = (
  asked: AccountAsked,
) => Promise<OpenPhone | 'not-opened' | 'account-gone'>;

/** Clients of provider accounts for imports; the key is kept for half a minute, the pace is the row's. */
export function historyClients({
  database,
  secret,
  sandboxUrl,
  paces = pacesOf(database),
}: HistoryWorld): HistoryClients {
  const kept = new Map<string, { key: ReturnType<typeof open>; until: number }>();

  return async (look) => {
    const { accountId, workspaceId, perSecond } = look;
    const known = kept.get(accountId);
    const key = known && known.until > Date.now() ? known.key : open(look);
    if (key !== known?.key) kept.set(accountId, { key, until: Date.now() + keptMs });
    key.catch(() => kept.delete(accountId));
    const opened = await key;
    if (typeof opened === 'string') {
      kept.delete(accountId);
      return opened;
    }
    const pace = () => paces.history({ workspaceId, accountId }, perSecond);
    return createOpenPhone({ ...opened, pace, timeoutMs });
  };

  async function open({ accountId, workspaceId }: AccountAsked) {
    const account = await database
      .fork()
      .findOne(ProviderAccount, { id: accountId, workspaceId, provider: 'openphone' });
    if (!account) return 'account-gone' as const;
    const reach = reachOf(account, sandboxUrl);
    if (!reach) return 'not-opened' as const;
    try {
      const { apiKey } = openPhoneCredentials(secret, account.id, account.credentials);
      return { apiKey, ...reach };
    } catch {
      return 'not-opened' as const;
    }
  }
}
