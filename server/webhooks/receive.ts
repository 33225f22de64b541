import { quarantine } from '#db/events/quarantine.ts';
import type { Database } from '#db/orm.ts';
import { failpoint } from '#db/process/failpoint.ts';
import type { Accounts, OpenAccount } from './accounts.ts';
import { takeIn } from './take-in.ts';
import { readCall, type Kind } from './twilio/event.ts';
import { isSigned } from './twilio/signature.ts';

/** A webhook as it was called. */
export interface Received {
  /** Of the account, from the path. */
  key: string;
  kind: Kind;
  /** The configured public base, with path and query exactly as they were called. */
  url: string;
  signature: string | undefined;
  headers: Record<string, string>;
  body: string;
}

export type Outcome = 'stored' | 'repeated' | 'malformed' | 'unsigned' | 'unknown';

/** Checks and stores one webhook. @throws when it could not be stored */
export async function receive(
  database: Database,
  accounts: Accounts,
  received: Received,
): Promise<Outcome> {
  const account = await accounts.byKey(received.key);
  if (!account) return 'unknown';
  const signer = await signerOf(accounts, account, received);
  if (!signer) {
    await database.transaction((em) => quarantine(em, unsigned(account, received)));
    return 'unsigned';
  }
  const { kind, url, headers, body } = received;
  const read = readCall({ account: signer, kind, query: queryOf(url), headers, body: text(body) });
  const isNew = await database.transaction((em) => takeIn(em, read));
  failpoint('event.stored');
  if (!isNew) return 'repeated';
  return read.event.deadBecause ? 'malformed' : 'stored';
}

async function signerOf(
  accounts: Accounts,
  account: OpenAccount,
  received: Received,
): Promise<OpenAccount | null> {
  if (isSigned(account.authToken, received)) return account;
  if (!received.signature) return null;
  const anew = await accounts.reread(received.key);
  const rotated = anew !== null && anew.authToken !== account.authToken;
  return rotated && isSigned(anew.authToken, received) ? anew : null;
}

const unsigned = (account: OpenAccount, { kind, url, signature, headers, body }: Received) => ({
  workspaceId: account.workspaceId,
  providerAccountId: account.id,
  provider: account.provider,
  kind,
  url,
  headers: signature ? { ...headers, 'x-twilio-signature': signature } : headers,
  body: text(body),
  reason: signature ? 'signature' : 'no-signature',
});

export const queryOf = (url: string): string =>
  url.includes('?') ? url.slice(url.indexOf('?')) : '';

/** PostgreSQL keeps no zero bytes; nobody means one. */
const text = (body: string): string => body.replaceAll('\0', '');
