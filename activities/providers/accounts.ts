import { twilioCredentials, openPhoneCredentials } from '#db/credentials.ts';
import { ProviderAccount } from '#db/entities/provider-account.ts';
import type { Database } from '#db/orm.ts';
import { openMessaging } from './openphone/open.ts';
import type { MessagingProvider } from './provider.ts';
import { reachOf } from './reach.ts';
import { twilioMessaging } from './twilio/messaging.ts';

const keptMs = 30_000;

/**
 * Clients of the provider accounts, opened with their credentials and kept for half a minute, so
 * that a rotated key is taken up soon.
 */
export function providerAccounts(
  database: Database,
  settings: { secret: string; sandboxUrl: string | undefined; publicUrl: string },
): (accountId: string, how?: { fresh: boolean }) => Promise<MessagingProvider> {
  const kept = new Map<string, { provider: Promise<MessagingProvider>; until: number }>();

  return (accountId, { fresh } = { fresh: false }) => {
    const known = kept.get(accountId);
    if (!fresh && known && known.until > Date.now()) return known.provider;
    const provider = open(accountId);
    kept.set(accountId, { provider, until: Date.now() + keptMs });
    provider.catch(() => kept.delete(accountId));
    return provider;
  };

  async function open(accountId: string): Promise<MessagingProvider> {
    const account = await database.fork().findOneOrFail(ProviderAccount, { id: accountId });
    const reach = reachOf(account, settings.sandboxUrl);
    if (!reach) throw new Error('A sandbox account needs SANDBOX_URL.');
    const { sandboxUrl } = reach;
    const { id, key, credentials: sealed } = account;
    switch (account.provider) {
      case 'twilio': {
        const { authToken } = twilioCredentials(settings.secret, id, sealed);
        const statusUrl = (sendId: string) =>
          `${settings.publicUrl}/webhooks/twilio/${key}/status?send=${sendId}`;
        return twilioMessaging({
          accountSid: account.externalId,
          authToken,
          statusUrl,
          sandboxUrl,
        });
      }
      case 'openphone': {
        const credentials = openPhoneCredentials(settings.secret, id, sealed);
        return openMessaging({ database, account, credentials, sandboxUrl });
      }
    }
  }
}
