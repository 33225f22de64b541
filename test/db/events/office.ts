import { encryptCredentials } from '#db/credentials.ts';
import { openDatabase, type Database } from '#db/orm.ts';
import { firstRow, run, sql } from '#db/sql.ts';
import { createTestDatabase } from '#test/support/postgres.ts';

export interface Office {
  database: Database;
  url: string;
  workspaceId: string;
  accountId: string;
  senderId: string;
  userId: string;
  close: () => Promise<void>;
}

export const appSecret = 'a secret of at least thirty-two characters';

/** A firm with one account and one number: the least that a message needs. */
export async function openOffice(): Promise<Office> {
  const { url, drop } = await createTestDatabase();
  const database = await openDatabase(url, { poolSize: 6, name: 'test' });
  const office = await database.transaction(async (em) => {
    const workspaceId = await idOf(
      sql`insert into workspace (name, mode, zone, support_contact)
      values ('Alder & Tide', 'sandbox', 'America/New_York', '+1 603 555 0100') returning id`,
    );
    const userId = await idOf(
      sql`insert into app_user (email, name) values ('dana@aldertide.example', 'Dana Whitcomb') returning id`,
    );
    const accountId = await idOf(
      sql`insert into provider_account (workspace_id, provider, key, name, external_id, credentials, mode)
      values (${workspaceId}, 'twilio', 'demo', 'Demo', 'AC00000000000000000000000000000001', '\\x00', 'sandbox') returning id`,
    );
    const credentials = encryptCredentials(appSecret, accountId, {
      authToken: 'token-of-the-demo-account',
    });
    await run(
      em,
      sql`update provider_account set credentials = ${credentials} where id = ${accountId}`,
    );
    const senderId = await idOf(
      sql`insert into sender (workspace_id, provider_account_id, value, country, area_code)
      values (${workspaceId}, ${accountId}, '+16035550101', 'US', '603') returning id`,
    );
    return { workspaceId, userId, accountId, senderId };

    async function idOf(statement: ReturnType<typeof sql>): Promise<string> {
      const row = await firstRow(em, statement);
      return (row as { id: string }).id;
    }
  });
  return { ...office, database, url, close: () => database.close().then(drop) };
}

export interface Person {
  contactId: string;
  addressId: string;
  value: string;
}

/** A contact with one number. */
export async function addPerson(
  { database, workspaceId }: Office,
  value = '+16035550150',
): Promise<Person> {
  return database.transaction(async (em) => {
    const contact = await firstRow<{ id: string }>(
      em,
      sql`insert into contact (workspace_id, first_name) values (${workspaceId}, 'Ruth') returning id`,
    );
    const address = await firstRow<{ id: string }>(
      em,
      sql`insert into address (workspace_id, kind, value, country) values (${workspaceId}, 'phone', ${value}, 'US')
      on conflict (workspace_id, kind, value) do update set value = excluded.value returning id`,
    );
    const person = { contactId: contact?.id ?? '', addressId: address?.id ?? '', value };
    await run(
      em,
      sql`insert into contact_address (workspace_id, contact_id, address_id)
      values (${workspaceId}, ${person.contactId}, ${person.addressId})`,
    );
    return person;
  });
}
