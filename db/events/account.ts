import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';

/** A provider account as its webhooks need it. */
export interface WebhookAccount {
  id: string;
  workspaceId: string;
  provider: string;
  /** The provider's own name of it, such as Twilio's account SID. */
  externalId: string;
  credentials: Buffer;
}

/** The account that a webhook's address names. */
export async function webhookAccount(
  em: Db,
  { provider, key }: { provider: string; key: string },
): Promise<WebhookAccount | undefined> {
  return firstRow<WebhookAccount>(
    em,
    sql`select ${columns} from provider_account where key = ${key} and provider = ${provider}`,
  );
}

/** The account of a webhook that was kept. */
export async function webhookAccountById(
  em: Db,
  { workspaceId, id }: { workspaceId: string; id: string },
): Promise<WebhookAccount | undefined> {
  return firstRow<WebhookAccount>(
    em,
    sql`select ${columns} from provider_account where workspace_id = ${workspaceId} and id = ${id}`,
  );
}

const columns = sql`id, workspace_id as "workspaceId", provider, external_id as "externalId", credentials`;
