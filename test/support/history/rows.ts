import { v7 } from 'uuid';
import { HistoryImport } from '#db/entities/history-import.ts';
import { encryptCredentials } from '#db/credentials.ts';
import type { Database } from '#db/orm.ts';
import { run, sql } from '#db/sql.ts';
import { appSecret } from '#test/support/world.ts';

export interface HistoryScene {
  database: Database;
  workspaceId: string;
  accountId: string;
}

/** An account of OpenPhone with two numbers, as connecting one leaves it. */
export async function addOpenPhone(
  database: Database,
  workspaceId: string,
  name = 'Front desk line',
): Promise<HistoryScene> {
  const accountId = v7();
  const credentials = encryptCredentials(appSecret, accountId, {
    apiKey: 'a key of the tests',
    signingKeys: [],
    datedSecrets: [],
  });
  await database.transaction(async (em) => {
    await run(
      em,
      sql`insert into provider_account (id, workspace_id, provider, key, name, external_id, credentials, mode)
      values (${accountId}, ${workspaceId}, 'openphone', ${`phone-${accountId}`}, ${name}, ${accountId}, ${credentials}, 'sandbox')`,
    );
    await run(
      em,
      sql`insert into provider_number (workspace_id, provider_account_id, external_id, value, name)
      values (${workspaceId}, ${accountId}, 'PN1', '+16035550121', 'Office'),
        (${workspaceId}, ${accountId}, 'PN2', '+16035550122', 'Crew')`,
    );
  });
  return { database, workspaceId, accountId };
}

/** An import with what is known of it; the rest as it begins. */
export async function addHistoryImport(
  { database, workspaceId, accountId }: HistoryScene,
  known: Partial<HistoryImport> = {},
): Promise<string> {
  const id = v7();
  await database.transaction((em) =>
    em.insert(HistoryImport, {
      id,
      workspaceId,
      providerAccountId: accountId,
      kind: 'whole',
      until: new Date(),
      ...known,
    }),
  );
  return id;
}

/** So many requests in trouble, every third of them unsolved. */
export async function addProblems(
  { database, workspaceId }: HistoryScene,
  importId: string,
  count: number,
): Promise<void> {
  await database.transaction((em) =>
    run(
      em,
      sql`insert into history_problem (workspace_id, history_import_id, request, about, status, code, attempt, solved_at)
      select ${workspaceId}, ${importId}, 'GET /v1/messages', 'CN' || md5(n::text), case when n % 4 > 0 then 429 end,
        case when n % 4 > 0 then '429' else 'timeout' end, 1 + n % 5, case when n % 3 > 0 then now() end
      from generate_series(1, ${count}::int) n`,
    ),
  );
}

/** A proof of so many conversations on two numbers, of which the first ones lack messages. */
export async function addProof(
  { database, workspaceId }: HistoryScene,
  importId: string,
  {
    conversations,
    differing,
    holesEach,
  }: { conversations: number; differing: number; holesEach: number },
): Promise<void> {
  await database.transaction(async (em) => {
    await run(
      em,
      sql`insert into history_tally (workspace_id, history_import_id, number_external_id, conversation_external_id,
        messages_theirs, messages_ours, calls_theirs, calls_ours)
      select ${workspaceId}, ${importId}, 'PN' || (1 + n % 2), 'CN' || lpad(n::text, 6, '0'), 30,
        case when n <= ${differing}::int then 30 - ${holesEach}::int else 30 end, 2, 2
      from generate_series(1, ${conversations}::int) n`,
    );
    await run(
      em,
      sql`insert into history_hole (workspace_id, history_import_id, kind, external_id, number_external_id, conversation_external_id)
      select ${workspaceId}, ${importId}, 'message', 'AC' || md5(n || ' ' || m), 'PN' || (1 + n % 2), 'CN' || lpad(n::text, 6, '0')
      from generate_series(1, ${differing}::int) n, generate_series(1, ${holesEach}::int) m`,
    );
  });
}
