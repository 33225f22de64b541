import { quarantine } from '#db/events/quarantine.ts';
import { takeInAlone } from '#db/events/take-in.ts';
import type { Database } from '#db/orm.ts';
import { failpoint } from '#db/process/failpoint.ts';
import type { Accounts, OpenAccount } from './accounts.ts';
import { queryOf, type Request, type Verdict, type WebhookProvider } from './provider.ts';

export interface Received extends Request {
  /** Of the account, from the path. */
  key: string;
}

export type Outcome = 'stored' | 'repeated' | 'malformed' | 'ignored' | 'unsigned' | 'unknown';

/** Checks and stores one webhook. @throws when it could not be stored */
export async function receive(
  database: Database,
  { provider, accounts }: { provider: WebhookProvider; accounts: Accounts },
  received: Received,
): Promise<Outcome> {
  const account = await accounts.byKey(received.key);
  if (!account) return 'unknown';
  const { signer, verdict } = await judged({ provider, accounts }, account, received);
  if (verdict !== 'signed') {
    const event = unsigned(provider, account, received, verdict);
    await database.transaction((em) => quarantine(em, event));
    return 'unsigned';
  }
  const { url, headers, body } = received;
  const read = provider.read({
    account: signer,
    kind: provider.kindOf(received),
    query: queryOf(url),
    headers: without(headers, provider.proofs),
    body: text(body),
  });
  if (!read.event) return 'ignored';
  const isNew = await takeInAlone(database, read);
  failpoint('event.stored');
  if (!isNew) return 'repeated';
  return read.event.deadBecause ? 'malformed' : 'stored';
}

/** Who signed it: the account as it is kept, or as it is by now where its keys were changed. */
async function judged(
  { provider, accounts }: { provider: WebhookProvider; accounts: Accounts },
  account: OpenAccount,
  received: Received,
): Promise<{ signer: OpenAccount; verdict: Verdict }> {
  const verdict = provider.judge(account.credentials, received);
  if (verdict !== 'signature') return { signer: account, verdict };
  const anew = await accounts.reread(received.key);
  const rotated = anew && JSON.stringify(anew.credentials) !== JSON.stringify(account.credentials);
  if (!rotated) return { signer: account, verdict };
  return { signer: anew, verdict: provider.judge(anew.credentials, received) };
}

const unsigned = (
  provider: WebhookProvider,
  account: OpenAccount,
  received: Received,
  reason: Exclude<Verdict, 'signed'>,
) => ({
  workspaceId: account.workspaceId,
  providerAccountId: account.id,
  provider: provider.name,
  kind: provider.kindOf(received),
  url: received.url,
  headers: received.headers,
  body: text(received.body),
  reason,
});

/** The headers without some of them. */
export const without = (
  headers: Record<string, string>,
  names: readonly string[],
): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));

/** PostgreSQL keeps no zero bytes; nobody means one. */
const text = (body: string): string => body.replaceAll('\0', '');
