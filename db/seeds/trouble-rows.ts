import type { FileInspection } from '#domain/imports/file-inspection.ts';
import type { ImportOptions } from '#domain/imports/run.ts';
import { firstRow, run, sql } from '../sql.ts';
import type { Db } from '../orm.ts';

interface Scene {
  workspaceId: string;
  accountId: string;
}

/** A webhook that was signed but not understood. */
export async function addDeadLetter(em: Db, { workspaceId, accountId }: Scene): Promise<string> {
  return idOf(
    await firstRow<{ id: string }>(
      em,
      sql`insert into provider_event (workspace_id, provider_account_id, provider, kind, dedupe_key, order_key, body, state, reason)
        values (${workspaceId}, ${accountId}, 'twilio', 'status', 'dead-1', 'dead-1', 'MessageStatus=sent', 'dead', 'no-message-id')
        returning id`,
    ),
  );
}

/** A webhook whose signature was wrong. */
export async function addQuarantined(em: Db, { workspaceId, accountId }: Scene): Promise<string> {
  return idOf(
    await firstRow<{ id: string }>(
      em,
      sql`insert into quarantined_event (workspace_id, provider_account_id, provider, kind, url, body, reason)
        values (${workspaceId}, ${accountId}, 'twilio', 'message', 'https://elsewhere.example/hook', 'Body=hello', 'signature')
        returning id`,
    ),
  );
}

/** A send of which nobody knows whether the provider took it. */
export async function addUnconfirmedSend(
  em: Db,
  send: Scene & {
    contactId: string;
    addressId: string;
    senderId: string;
    conversationId: string;
    body: string;
  },
): Promise<string> {
  return idOf(
    await firstRow<{ id: string }>(
      em,
      sql`insert into send (workspace_id, intent_key, purpose, channel, state, contact_id, address_id, sender_id,
          provider_account_id, conversation_id, body, decided_at, call_started_at, call_deadline_at)
        values (${send.workspaceId}, 'reply:' || uuidv7(), 'conversation', 'sms', 'unconfirmed', ${send.contactId},
          ${send.addressId}, ${send.senderId}, ${send.accountId}, ${send.conversationId}, ${send.body},
          workspace_now(${send.workspaceId}), workspace_now(${send.workspaceId}), workspace_now(${send.workspaceId}))
        returning id`,
    ),
  );
}

/** An import that has ended, with one row rejected. */
export async function addImportRun(
  em: Db,
  { workspaceId, by, fileName }: { workspaceId: string; by: string; fileName: string },
): Promise<string> {
  const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'; // of nothing
  await run(
    em,
    sql`insert into blob (sha256, size, content_type) values (${sha256}, 0, 'text/csv') on conflict do nothing`,
  );
  const id = idOf(
    await firstRow<{ id: string }>(
      em,
      sql`insert into import_run (workspace_id, state, blob_sha256, file_name, file_size, inspection, options, rows_total,
          rows_read, created, rejected, created_by, started_at, finished_at)
        values (${workspaceId}, 'complete', ${sha256}, ${fileName}, 0, ${inspection}, ${options}, 2, 2, 1, 1, ${by},
          workspace_now(${workspaceId}), workspace_now(${workspaceId}))
        returning id`,
    ),
  );
  await run(
    em,
    sql`insert into import_row (workspace_id, import_run_id, number, outcome, reason, raw)
      values (${workspaceId}, ${id}, 2, 'rejected', 'no-phone-or-email', ${JSON.stringify(['Personne', ''])})`,
  );
  return id;
}

const inspection: FileInspection = {
  encoding: 'utf-8',
  delimiter: ',',
  header: ['Nom', 'Mobile'],
  sample: [['Personne', '']],
  bytes: 0,
  estimatedRows: 2,
};

const options: ImportOptions = {
  mapping: [
    { to: 'target', target: 'full-name' },
    { to: 'target', target: 'mobile' },
  ],
  country: 'BE',
  slashDates: 'day-first',
  raggedRows: 'reject',
  tags: [],
  mergeRule: 'mobile',
  consentBasis: 'Formulaire',
  revision: 1,
};

function idOf(row: { id: string } | undefined): string {
  if (!row) throw new Error('The row was not made.');
  return row.id;
}
