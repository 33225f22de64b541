import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';
import type { StoredEvent } from './stored-event.ts';

/** A number of the provider account. */
export interface NumberOfOurs {
  externalId: string;
  /** E.164. */
  value: string;
  senderId: string | null;
}

/** Which of the account's numbers something happened at, by the provider's id or by the number itself. */
export async function numberOfOurs(
  em: Db,
  { workspaceId, providerAccountId }: Pick<StoredEvent, 'workspaceId' | 'providerAccountId'>,
  { numberId, number }: { numberId: string | null; number: string | null },
): Promise<NumberOfOurs | undefined> {
  return firstRow<NumberOfOurs>(
    em,
    sql`select external_id as "externalId", value, sender_id as "senderId" from provider_number
    where workspace_id = ${workspaceId} and provider_account_id = ${providerAccountId}
      and (external_id = ${numberId} or value = ${number}) order by external_id = ${numberId} desc limit 1`,
  );
}
