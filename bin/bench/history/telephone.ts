import { v7 as uuidv7 } from 'uuid';
import { encryptCredentials } from '#db/credentials.ts';
import { openHistoryImport } from '#db/history/open-import.ts';
import { firstRow, run, sql } from '#db/sql.ts';
import { openFirm, type BenchFirm } from '../firm.ts';
import { appSecret, type Office } from '../office.ts';

const account = { id: 'telephone', key: 'the key of the telephone' };

export interface BenchTelephone extends BenchFirm {
  accountId: string;
}

/** The firm with its telephone at the sandbox: a whole workspace, as often as the provider answers. */
export async function openTelephone(office: Office): Promise<BenchTelephone> {
  const firm = await openFirm(office);
  const answer = await fetch(`${office.sandbox}/sandbox/accounts`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ provider: 'openphone', ...account, size: 1 }),
  });
  if (!answer.ok) throw new Error(`The sandbox says ${answer.status}: ${await answer.text()}`);
  const accountId = uuidv7();
  const credentials = encryptCredentials(appSecret, accountId, {
    apiKey: account.key,
    signingKeys: [],
    datedSecrets: [],
  });
  await run(
    office.database.fork(),
    sql`insert into provider_account (id, workspace_id, provider, key, name, external_id, credentials, mode)
    values (${accountId}, ${firm.workspaceId}, 'openphone', ${accountId}, 'Telephone', ${account.id}, ${credentials}, 'sandbox')`,
  );
  return { ...firm, accountId };
}

/** The order that a person gives, at the speed that is usual. @returns the import's id */
export async function startImport(telephone: BenchTelephone): Promise<string> {
  const { workspaceId, accountId, maren, office } = telephone;
  const id = uuidv7();
  const given = { id, workspaceId, accountId, kind: 'whole' as const, since: null };
  const opened = await office.database.transaction((em) =>
    openHistoryImport(em, { ...given, userId: maren.id }),
  );
  if (opened !== 'opened') throw new Error(`The import is not opened: ${opened}.`);
  return id;
}

/** What the import does at this moment: state and phase. */
export async function standingOf({ office, workspaceId }: BenchTelephone, importId: string) {
  const row = await firstRow<{ state: string; phase: string }>(
    office.database.fork(),
    sql`select state, phase from history_import where workspace_id = ${workspaceId} and id = ${importId}`,
  );
  if (!row) throw new Error('The import is not there.');
  return row;
}

/** When requests reached the provider, in epoch milliseconds; those it refused as too many besides. */
export async function requestsOf({ office }: BenchTelephone) {
  const answer = await fetch(`${office.sandbox}/sandbox/openphone/${account.id}/requests`);
  return (await answer.json()) as { at: number[]; refusedAt: number[] };
}
