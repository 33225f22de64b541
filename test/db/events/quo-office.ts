import { encryptCredentials, type OpenPhoneCredentials } from '#db/credentials.ts';
import { firstRow, run, sql } from '#db/sql.ts';
import { appSecret, openOffice, type Office } from './office.ts';

/** The keys of the account of OpenPhone in tests. */
export const quoKeys: OpenPhoneCredentials = {
  apiKey: 'key-of-the-desk',
  signingKeys: ['c2VjcmV0LWtleS1mb3ItdGVzdHM='],
  datedSecrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
};

export interface QuoOffice extends Office {
  quo: { accountId: string; key: string; senderId: string; number: string; numberId: string };
}

/** The firm of `openOffice`, which has a desk at OpenPhone too: one number, `PN1`. */
export async function openQuoOffice(): Promise<QuoOffice> {
  const office = await openOffice();
  const { workspaceId, database } = office;
  const number = '+16035550102';
  const ids = await database.transaction(async (em) => {
    const account = await firstRow<{ id: string }>(
      em,
      sql`insert into provider_account (workspace_id, provider, key, name, external_id, credentials, mode)
      values (${workspaceId}, 'openphone', 'desk', 'Desk', '', '\\x00', 'sandbox') returning id`,
    );
    const accountId = account?.id ?? '';
    const sealed = encryptCredentials(appSecret, accountId, quoKeys);
    await run(em, sql`update provider_account set credentials = ${sealed} where id = ${accountId}`);
    const sender = await firstRow<{ id: string }>(
      em,
      sql`insert into sender (workspace_id, provider_account_id, value, country, area_code)
      values (${workspaceId}, ${accountId}, ${number}, 'US', '603') returning id`,
    );
    await run(
      em,
      sql`insert into provider_number (workspace_id, provider_account_id, external_id, value, name, sender_id)
      values (${workspaceId}, ${accountId}, 'PN1', ${number}, 'Desk', ${sender?.id})`,
    );
    return { accountId, senderId: sender?.id ?? '' };
  });
  return { ...office, quo: { ...ids, key: 'desk', number, numberId: 'PN1' } };
}
