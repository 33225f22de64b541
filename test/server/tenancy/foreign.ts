import { hashToken } from '#db/access/token.ts';
import type { Database } from '#db/orm.ts';
import { rows, sql } from '#db/sql.ts';
import type { TestWorld } from '#test/support/world.ts';

/** Real ids of the other workspace, by what they name. */
export type Foreign = Record<
  | 'workspace'
  | 'user'
  | 'seat'
  | 'session'
  | 'invitation'
  | 'contact'
  | 'otherContact'
  | 'address'
  | 'conversation'
  | 'interaction'
  | 'attachment'
  | 'sequence'
  | 'version'
  | 'step'
  | 'campaign'
  | 'membership'
  | 'send'
  | 'sender'
  | 'account'
  | 'accountKey'
  | 'importRun'
  | 'deadLetter'
  | 'quarantined'
  | 'phoneAccount'
  | 'historyImport',
  string
>;

/** Everything of Clinique du Parc that an address or a form could name. */
export async function foreignIds({ clinique, database }: TestWorld): Promise<Foreign> {
  const here = sql`workspace_id = ${clinique.workspaceId}`;
  const [found] = await rows<
    Pick<
      Foreign,
      'seat' | 'invitation' | 'interaction' | 'attachment' | 'phoneAccount' | 'historyImport'
    >
  >(
    database.fork(),
    sql`select (select id from seat where ${here}) as seat,
      (select id from one_time_link where ${here}) as invitation,
      (select id from interaction where ${here} order by at limit 1) as interaction,
      (select id from attachment where ${here}) as attachment,
      (select id from provider_account where ${here} and provider = 'openphone') as "phoneAccount",
      (select id from history_import where ${here}) as "historyImport"`,
  );
  return {
    ...found!,
    workspace: clinique.workspaceId,
    user: clinique.lien.id,
    session: hashToken(clinique.sessionToken).subarray(0, 16).toString('hex'),
    contact: clinique.contacts[0]!.id,
    otherContact: clinique.contacts[1]!.id,
    address: clinique.contacts[0]!.addressId,
    conversation: clinique.conversations[0]!.id,
    sequence: clinique.sequenceId,
    version: clinique.versionId,
    step: 'st-rappel',
    campaign: clinique.campaignId,
    membership: clinique.membershipId,
    send: clinique.unconfirmedSendId,
    sender: clinique.senders[0]!.id,
    account: clinique.accountId,
    accountKey: clinique.accountKey,
    importRun: clinique.importRunId,
    deadLetter: clinique.deadLetterId,
    quarantined: clinique.quarantinedId,
  };
}

/** Words that belong to the other workspace alone. */
export async function foreignWords({ clinique, database }: TestWorld): Promise<string[]> {
  const here = sql`workspace_id = ${clinique.workspaceId}`;
  const found = await rows<{ word: string }>(
    database.fork(),
    sql`select first_name as word from contact where ${here}
      union select last_name from contact where ${here}
      union select value from address where ${here}
      union select value from sender where ${here}
      union select body from interaction where ${here}
      union select name from sequence where ${here}
      union select name from campaign where ${here}
      union select file_name from import_run where ${here}
      union select name from provider_account where ${here}
      union select url from quarantined_event where ${here}
      union select email from one_time_link where ${here}`,
  );
  return [
    ...found.map(({ word }) => word),
    'Clinique du Parc',
    'Lien Peeters',
    clinique.lien.email,
  ];
}

/** Every row of a workspace, as one text for each table. */
export async function rowsOf(
  database: Database,
  workspaceId: string,
): Promise<Record<string, string>> {
  const em = database.fork();
  const tables = await rows<{ name: string }>(
    em,
    sql`select table_name as name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where table_schema = 'public' and column_name = 'workspace_id' and table_type = 'BASE TABLE'
      union select 'workspace' order by 1`,
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const key = sql.ref(name === 'workspace' ? 'id' : 'workspace_id');
    const [row] = await rows<{ all: string }>(
      em,
      sql`select coalesce(string_agg(t::text, chr(10) order by t::text), '') as all
        from ${sql.table(name)} t where ${key} = ${workspaceId}`,
    );
    found[name] = row?.all ?? '';
  }
  return found;
}
