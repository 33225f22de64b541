import { v7 } from 'uuid';
import { areaCodeState } from '#domain/contacts/area-codes.ts';
import type { PhoneNumber } from '#domain/contacts/phone-number.ts';
import { encryptCredentials } from '../credentials.ts';
import type { Db } from '../orm.ts';
import { jsonb, rows, run, sql } from '../sql.ts';

export interface SeededSender {
  id: string;
  value: string;
}

export interface NewAccount {
  workspaceId: string;
  /** In the address of its webhooks. */
  key: string;
  name: string;
  sid: string;
  token: string;
  senders: readonly { value: string; name: string; ratePerSecond: number }[];
}

/** A sandbox account of Twilio with its numbers. */
export async function addAccount(
  em: Db,
  account: NewAccount,
  appSecret: string,
): Promise<{ accountId: string; senders: SeededSender[] }> {
  const accountId = v7();
  const credentials = encryptCredentials(appSecret, accountId, { authToken: account.token });
  await run(
    em,
    sql`insert into provider_account (id, workspace_id, provider, key, name, external_id, credentials, mode)
      values (${accountId}, ${account.workspaceId}, 'twilio', ${account.key}, ${account.name}, ${account.sid},
        ${credentials}, 'sandbox')`,
  );
  const listed = account.senders.map((sender) => ({
    ...sender,
    region: areaCodeState(sender.value as PhoneNumber),
    areaCode: sender.value.slice(2, 5),
  }));
  const senders = await rows<SeededSender>(
    em,
    sql`insert into sender (workspace_id, provider_account_id, value, name, country, region, area_code, rate_per_second)
      select ${account.workspaceId}::uuid, ${accountId}::uuid, s.value, s.name, 'US', s.region, s."areaCode", s."ratePerSecond"
      from jsonb_to_recordset(${jsonb(listed)}) as s(value text, name text, region text, "areaCode" text, "ratePerSecond" numeric)
      returning id, value`,
  );
  return { accountId, senders };
}
