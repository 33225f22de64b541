import type { OpenPhoneCredentials } from '#db/credentials.ts';
import type { ProviderAccount } from '#db/entities/provider-account.ts';
import { ProviderNumber } from '#db/entities/provider-number.ts';
import type { Database } from '#db/orm.ts';
import { callTimeMs } from '#db/sending/write-decision.ts';
import type { MessagingProvider } from '../provider.ts';
import { createOpenPhone, type OpenPhone } from './client.ts';
import { openPhoneMessaging } from './messaging.ts';
import { pacesOf } from './pace.ts';

/** A text that would have to wait longer for its turn is tried again later. */
const longestTurnMs = 2_000;

/** The turn and the request together end before the call's deadline does. */
const timeoutMs = callTimeMs - longestTurnMs - 500;

interface Opened {
  database: Database;
  account: Pick<ProviderAccount, 'id' | 'workspaceId'>;
  credentials: Pick<OpenPhoneCredentials, 'apiKey'>;
  sandboxUrl: string | undefined;
}

/** A client for what is asked at this moment: its requests take turns among all of the account. */
export function openOpenPhone(
  { database, account, credentials, sandboxUrl }: Opened,
  withinMs?: number,
): OpenPhone {
  const paced = { workspaceId: account.workspaceId, accountId: account.id };
  const pace = () => pacesOf(database).all(paced, withinMs);
  return createOpenPhone({ apiKey: credentials.apiKey, sandboxUrl, pace, timeoutMs });
}

export function openMessaging(opened: Opened): MessagingProvider {
  const { database, account } = opened;
  return openPhoneMessaging({ client: openOpenPhone(opened, longestTurnMs), numberIdOf });

  async function numberIdOf(value: string): Promise<string | null> {
    const { workspaceId, id: providerAccountId } = account;
    const wanted = { workspaceId, providerAccountId, value, goneAt: null };
    const found = await database.fork().findOne(ProviderNumber, wanted);
    return found?.externalId ?? null;
  }
}
