import { v5 } from 'uuid';
import {
  openPhoneCredentials,
  encryptCredentials,
  keyFingerprint,
  type OpenPhoneCredentials,
} from '../credentials.ts';
import type { Db } from '../orm.ts';
import { firstRow, run, sql } from '../sql.ts';
import { addAccount, orderCheck, recordAccountOrder, type AccountOrder } from './accounts.ts';

/** A secret of a webhook that was made in the provider's app: `whsec_…` of the dated family, else base64. */
const withSecret = (credentials: OpenPhoneCredentials, given: string | null) => {
  if (!given) return credentials;
  const name = given.startsWith('whsec_') ? 'datedSecrets' : 'signingKeys';
  return { ...credentials, [name]: [...new Set([...credentials[name], given])] };
};

/**
 * A new account of OpenPhone, which is looked at right away: that brings its numbers and makes its webhooks.
 * It is known by the fingerprint of its key.
 */
export async function addOpenPhone(
  em: Db,
  order: Omit<AccountOrder, 'accountId'>,
  account: {
    name: string;
    apiKey: string;
    webhookSecret: string | null;
    key: string;
    secret: string;
  },
): Promise<'done' | 'taken'> {
  const { name, apiKey, webhookSecret, key, secret } = account;
  const outcome = await addAccount(em, order, {
    provider: 'openphone',
    name,
    key,
    secret,
    externalId: keyFingerprint(secret, apiKey),
    credentials: withSecret({ apiKey, signingKeys: [], datedSecrets: [] }, webhookSecret),
  });
  if (outcome === 'done') {
    const { orderId: accountId } = order;
    await lookAtOnce(em, { ...order, accountId });
  }
  return outcome;
}

/**
 * Another key in the place of the one before; the secrets of webhooks stay. A look follows, and nothing is
 * sent before it has found that the key opens the same workspace of theirs.
 */
export async function rotateKey(
  em: Db,
  order: AccountOrder,
  given: { apiKey: string; webhookSecret: string | null; secret: string },
): Promise<'done' | 'taken' | 'not-found'> {
  const { workspaceId, accountId } = order;
  const { apiKey, webhookSecret, secret } = given;
  const account = await lockAccount(em, accountId, workspaceId);
  if (!account) return 'not-found';
  const externalId = keyFingerprint(secret, apiKey);
  const holder = await firstRow(
    em,
    sql`select 1 as one from provider_account
    where workspace_id = ${workspaceId} and provider = 'openphone' and external_id = ${externalId} and id <> ${accountId}`,
  );
  if (holder) return 'taken';
  const before = opened(secret, accountId, account.credentials);
  const credentials = encryptCredentials(
    secret,
    accountId,
    withSecret({ signingKeys: [], datedSecrets: [], ...before, apiKey }, webhookSecret),
  );
  await run(
    em,
    sql`update provider_account set credentials = ${credentials}, external_id = ${externalId},
      state = case when state = 'active' then 'refused' else state end
    where id = ${accountId}`,
  );
  await recordAccountOrder(em, order, 'token');
  await lookAtOnce(em, order);
  return 'done';
}

/** Keeps what the making of webhooks led to; keys that are known already stay as they are. */
export async function keepWebhooks(
  em: Db,
  {
    accountId,
    secret,
    ...made
  }: {
    accountId: string;
    secret: string;
    kinds: readonly string[];
    signingKeys: readonly string[];
    problem: string | null;
  },
): Promise<void> {
  const account = await lockAccount(em, accountId);
  const before = account && opened(secret, accountId, account.credentials);
  if (!before) return;
  const signingKeys = [...new Set([...before.signingKeys, ...made.signingKeys])];
  const credentials = encryptCredentials(secret, accountId, { ...before, signingKeys });
  await run(
    em,
    sql`update provider_account set credentials = ${credentials}, webhook_kinds = ${[...made.kinds]}, webhook_problem = ${made.problem}
    where id = ${accountId}`,
  );
}

/** An order of its own, since it waits for a result; the same one where the first is given twice. */
async function lookAtOnce(em: Db, order: AccountOrder): Promise<void> {
  await orderCheck(em, { ...order, orderId: v5('account.check', order.orderId) });
}

async function lockAccount(em: Db, accountId: string, workspaceId?: string) {
  return firstRow<{ credentials: Buffer }>(
    em,
    sql`select credentials from provider_account
    where id = ${accountId} and provider = 'openphone' and workspace_id = coalesce(${workspaceId ?? null}::uuid, workspace_id)
    for no key update`,
  );
}

/** Null where they were sealed with another APP_SECRET: then the new ones begin anew. */
function opened(secret: string, accountId: string, sealed: Buffer): OpenPhoneCredentials | null {
  try {
    return openPhoneCredentials(secret, accountId, sealed);
  } catch {
    return null;
  }
}
