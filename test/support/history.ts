import { v7 as uuidv7 } from 'uuid';
import { createWorkspace, giveSeat } from '#db/access/workspaces.ts';
import { encryptCredentials } from '#db/credentials.ts';
import { openHistoryImport } from '#db/history/open-import.ts';
import { orderHistory } from '#db/history/orders.ts';
import { firstRow, rows, run, sql } from '#db/sql.ts';
import type { HistoryKind, HistoryOrder } from '#domain/history/run.ts';
import { taskQueues, workflowIds, workflowTypes } from '#domain/names.ts';
import type { HistoryWorld } from '#activities/history/account.ts';
import { KEY } from '#test/sandbox/openphone/quo.ts';
import type { Engine } from './engine.ts';
import { appSecret, type TestWorld } from './world.ts';

/** A firm whose telephone lies at OpenPhone. */
export interface Telephone {
  world: HistoryWorld;
  workspaceId: string;
  accountId: string;
  userId: string;
}

/** A workspace of its own with an account that the sandbox at `url` answers for. */
export async function openTelephone(
  base: TestWorld,
  url: string,
  { apiKey = KEY } = {},
): Promise<Telephone> {
  const { database } = base;
  const userId = base.alder.maren.id;
  const accountId = uuidv7();
  const workspaceId = await database.transaction(async (em) => {
    const id = await createWorkspace(em, {
      name: 'Granite',
      mode: 'sandbox',
      zone: 'America/New_York',
    });
    await giveSeat(em, { workspaceId: id, userId, role: 'owner' });
    const credentials = sealed(accountId, apiKey);
    await run(
      em,
      sql`insert into provider_account (id, workspace_id, provider, key, name, external_id, credentials, mode)
      values (${accountId}, ${id}, 'openphone', ${accountId}, 'Telephone', 'firm', ${credentials}, 'sandbox')`,
    );
    return id;
  });
  const world = { database, secret: appSecret, sandboxUrl: url, paces: atOnce };
  return { world, workspaceId, accountId, userId };
}

/** Nobody waits for a turn. */
const atOnce = { all: async () => {}, history: async () => {} };

export const sealed = (accountId: string, apiKey: string): Buffer =>
  encryptCredentials(appSecret, accountId, { apiKey, signingKeys: [], datedSecrets: [] });

/** Has an import written down, as a person or a schedule does. @returns its id */
export async function openImport(
  { world, workspaceId, accountId, userId }: Telephone,
  how: { kind?: HistoryKind; since?: Date } = {},
): Promise<string> {
  const id = uuidv7();
  const { kind = 'whole', since = null } = how;
  await world.database.transaction((em) =>
    openHistoryImport(em, { id, workspaceId, accountId, kind, since, userId, perSecond: 9 }),
  );
  return id;
}

export function order(
  { world, workspaceId, userId }: Telephone,
  importId: string,
  order: HistoryOrder,
  perSecond?: number,
) {
  const given = { orderId: uuidv7(), workspaceId, userId, importId, order };
  return world.database.transaction((em) =>
    orderHistory(em, { ...given, ...(perSecond === undefined ? {} : { perSecond }) }),
  );
}

export interface ImportRow {
  state: string;
  phase: string;
  proof: string | null;
  failure: string | null;
  per_second: number;
  waits_for: string | null;
  numbers: number;
  conversations: number;
  conversations_total: number;
  messages: number;
  calls: number;
  parts: number;
  parts_total: number;
  changed: number;
  requests: number;
}

export async function importRow({ world }: Telephone, id: string): Promise<ImportRow> {
  const row = await firstRow<ImportRow>(
    world.database.fork(),
    sql`select * from history_import where id = ${id}`,
  );
  if (!row) throw new Error('The import is not there.');
  return row;
}

export const problemsOf = ({ world }: Telephone, id: string) =>
  rows<{ request: string; about: string; status: number | null; code: string; solved: boolean }>(
    world.database.fork(),
    sql`select request, about, status, code, solved_at is not null as solved from history_problem
    where history_import_id = ${id} order by request, about, code`,
  );

/** Everything that an import writes, by the provider's ids and contents, without ids of ours. */
export async function contentsOf({ world, workspaceId }: Telephone) {
  const all = (statement: ReturnType<typeof sql>) => rows(world.database.fork(), statement);
  return {
    interactions:
      await all(sql`select i.provider_id, i.kind, i.channel, i.direction, i.body, i.at, i.state, a.value as address,
        s.value as sender, i.detail - 'thread' as detail, p.external_id as thread, i.author_id
      from interaction i left join address a on a.id = i.address_id left join sender s on s.id = i.sender_id
        left join provider_conversation p on p.id = (i.detail->>'thread')::uuid
      where i.workspace_id = ${workspaceId} order by i.provider_id`),
    calls:
      await all(sql`select provider_id, status, answered_at, completed_at, duration_s, answered_by, forwarded_from, forwarded_to,
        summary, transcript, voicemail, parts_read_at is not null as read, parts_asked_at is not null as asked
      from call_record where workspace_id = ${workspaceId} order by provider_id`),
    sounds:
      await all(sql`select i.provider_id, t.role, t.external_id, t.position, t.duration_s, t.content_type from attachment t
        join interaction i on i.id = t.interaction_id where t.workspace_id = ${workspaceId}
      order by i.provider_id, t.role, t.external_id`),
    conversations:
      await all(sql`select p.external_id, p.participants, p.last_activity_at, p.deleted_at, n.external_id as number,
        v.state, v.preview, v.last_at, v.last_inbound_at, v.last_outbound_at, v.needs_reply, v.missed_at, v.last_channel, v.last_direction
      from provider_conversation p join provider_number n on n.id = p.provider_number_id
        left join conversation v on v.workspace_id = p.workspace_id and v.contact_id = p.contact_id
      where p.workspace_id = ${workspaceId} order by p.external_id`),
    contacts: await all(sql`select c.first_name, c.source, a.value, a.zone, a.blocked from contact c
        left join contact_address ca on ca.contact_id = c.id left join address a on a.id = ca.address_id
      where c.workspace_id = ${workspaceId} order by a.value, c.first_name`),
    suppressions:
      await all(sql`select a.value, s.channel, s.reason, s.evidence->>'providerId' as id from suppression s
        join address a on a.id = s.address_id where s.workspace_id = ${workspaceId} order by 1, 2, 4`),
    participants:
      await all(sql`select a.value, p.external_id from participant q join address a on a.id = q.address_id
        join conversation v on v.id = q.conversation_id
        join provider_conversation p on p.workspace_id = v.workspace_id and p.contact_id = v.contact_id
      where q.workspace_id = ${workspaceId} order by 2, 1`),
  };
}

/** Has the workflow of an import run, as the relay would. @returns the state in which the import ended */
export function runImport({ client }: Engine, importId: string): Promise<string> {
  return client.workflow.execute(workflowTypes.openphoneImport, {
    workflowId: workflowIds.openphoneImport(importId),
    taskQueue: taskQueues.workflows,
    args: [{ importId }],
  });
}

/** Every version of a row has an xmin of its own: equal ones mean that nothing was written. */
export async function versionsOf({ world, workspaceId }: Telephone): Promise<string[]> {
  const tables = ['interaction', 'conversation', 'contact', 'address', 'suppression', 'attachment'];
  const more = ['provider_conversation', 'provider_number', 'provider_person', 'sender'];
  const found = await Promise.all(
    [...tables, ...more].map((table) =>
      rows<{ id: string; version: string }>(
        world.database.fork(),
        sql`select id, xmin::text as version from ${sql.table(table)} where workspace_id = ${workspaceId} order by id`,
      ),
    ),
  );
  return found.flat().map(({ id, version }) => `${id} ${version}`);
}
