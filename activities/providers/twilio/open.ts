import type { Twilio } from 'twilio';
import { twilioCredentials } from '#db/credentials.ts';
import type { ProviderAccount } from '#db/entities/provider-account.ts';
import { refusesAccount } from '#domain/sending/account-refusal.ts';
import { reachOf } from '../reach.ts';
import { twilioClient } from './client.ts';

/**
 * A client for an account of Twilio's.
 * @returns null where nobody may be asked, or its token was sealed with another APP_SECRET
 */
export function openTwilio(
  account: ProviderAccount,
  { secret, sandboxUrl }: { secret: string; sandboxUrl: string | undefined },
  timeoutMs: number,
): Twilio | null {
  const reach = reachOf(account, sandboxUrl);
  const authToken = tokenOf(secret, account);
  if (!reach || !authToken) return null;
  return twilioClient({ accountSid: account.externalId, authToken, ...reach }, timeoutMs);
}

function tokenOf(secret: string, { id, credentials }: ProviderAccount): string | null {
  try {
    return twilioCredentials(secret, id, credentials).authToken;
  } catch {
    return null;
  }
}

/** Whether Twilio refuses the account itself: its token is wrong, or it is closed or gone. */
export const isRefused = (error: unknown): boolean =>
  refusesAccount(String((error as { status?: number }).status));
