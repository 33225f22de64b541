import type { Provider } from '#domain/sending/refusals.ts';
import { encryptCredentials, type Credentials } from '../credentials.ts';
import type { Db } from '../orm.ts';
import { recordOrder } from '../orders.ts';
import { tellRelay } from '../outbox.ts';
import { firstRow, rows, run, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';

export interface AccountRow {
  id: string;
  provider: Provider;
  name: string;
  /** In the addresses of its webhooks. */
  key: string;
  /** What tells it from others of its provider; its secrets are never read here. */
  externalId: string;
  mode: 'sandbox' | 'live';
  state: 'active' | 'paused' | 'refused';
  senders: number;
  checkedAt: Date | null;
  /** `ok`, or a code. */
  checkResult: string | null;
  /** Since when a check is on its way. */
  checkingSince: Date | null;
  /** What webhooks that we made tell of, and why there are no others; a code. */
  webhookKinds: string[];
  webhookProblem: string | null;
}

export async function accountList(em: Db, workspaceId: string): Promise<AccountRow[]> {
  return rows<AccountRow>(
    em,
    sql`select a.id, a.provider, a.name, a.key, a.external_id as "externalId", a.mode, a.state, a.checked_at as "checkedAt", a.check_result as "checkResult",
      a.webhook_kinds as "webhookKinds", a.webhook_problem as "webhookProblem",
      (select count(*) from sender s where s.workspace_id = a.workspace_id and s.provider_account_id = a.id) as senders,
      (select case when o.result is null then o.ordered_at end from "order" o
        where o.workspace_id = a.workspace_id and o.subject_id = a.id and o.kind = 'account.check' order by o.ordered_at desc limit 1) as "checkingSince"
    from provider_account a where a.workspace_id = ${workspaceId} order by a.created_at, a.id`,
  );
}

export interface AccountOrder {
  workspaceId: string;
  userId: string;
  orderId: string;
  accountId: string;
}

export interface NewAccount {
  provider: Provider;
  name: string;
  /** What tells it from others of its provider: an account SID, or the fingerprint of a key. */
  externalId: string;
  credentials: Credentials;
  key: string;
  /** APP_SECRET. */
  secret: string;
}

/**
 * A new account, sandbox or live as its workspace is. Its id is that of the order.
 * @returns `taken` where the workspace has this account already
 */
export async function addAccount(
  em: Db,
  order: Omit<AccountOrder, 'accountId'>,
  account: NewAccount,
): Promise<'done' | 'taken'> {
  const { workspaceId, orderId: id } = order;
  const { provider, name, externalId, key, secret } = account;
  const holder = await holderOf(em, workspaceId, account);
  if (holder) return holder === id ? 'done' : 'taken';
  const credentials = encryptCredentials(secret, id, account.credentials);
  await run(
    em,
    sql`insert into provider_account (id, workspace_id, provider, key, name, external_id, credentials, mode)
    select ${id}::uuid, w.id, ${provider}, ${key}, ${name}, ${externalId}, ${credentials}, w.mode from workspace w where w.id = ${workspaceId}`,
  );
  await recordAccountOrder(em, { ...order, accountId: id }, 'add');
  await tellRelay(em, { workspaceId, kind: 'history.schedules', key: id });
  return 'done';
}

/** Puts another token in the place of the one before, which opens nothing any more. */
export async function rotateToken(
  em: Db,
  order: AccountOrder,
  { authToken, secret }: { authToken: string; secret: string },
): Promise<'done' | 'not-found'> {
  const { workspaceId, accountId } = order;
  const credentials = encryptCredentials(secret, accountId, { authToken });
  const changed = await run(
    em,
    sql`update provider_account set credentials = ${credentials}
    where workspace_id = ${workspaceId} and id = ${accountId} and provider = 'twilio'`,
  );
  if (changed === 0) return 'not-found';
  await recordAccountOrder(em, order, 'token');
  return 'done';
}

/** The account of the workspace that is known by this already. */
async function holderOf(
  em: Db,
  workspaceId: string,
  { provider, externalId }: Pick<NewAccount, 'provider' | 'externalId'>,
): Promise<string | undefined> {
  const holder = await firstRow<{ id: string }>(
    em,
    sql`select id from provider_account
    where workspace_id = ${workspaceId} and provider = ${provider} and external_id = ${externalId}`,
  );
  return holder?.id;
}

/** Asks for a look at the credentials; a workflow takes it, and `recordCheck` says what it found. */
export async function orderCheck(em: Db, order: AccountOrder): Promise<'done' | 'not-found'> {
  const { workspaceId, accountId, orderId } = order;
  const there = await firstRow(
    em,
    sql`select 1 as one from provider_account where workspace_id = ${workspaceId} and id = ${accountId}`,
  );
  if (!there) return 'not-found';
  if (await recordAccountOrder(em, order, 'check')) {
    await tellRelay(em, {
      workspaceId,
      kind: 'account.check',
      key: accountId,
      payload: { orderId },
    });
  }
  return 'done';
}

export async function recordAccountOrder(
  em: Db,
  { workspaceId, userId, orderId, accountId }: AccountOrder,
  kind: string,
): Promise<boolean> {
  const isNew = await recordOrder(em, {
    id: orderId,
    workspaceId,
    userId,
    kind: `account.${kind}`,
    subjectType: 'provider_account',
    subjectId: accountId,
  });
  await tellUi(em, { workspaceId, topic: 'senders', refId: accountId, kind: `account-${kind}` });
  return isNew;
}
