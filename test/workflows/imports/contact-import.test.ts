import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createImportActivities } from '#activities/imports/imports.ts';
import { createWorkspace, giveSeat } from '#db/access/workspaces.ts';
import { importRun, type ImportRunRow } from '#db/imports/runs.ts';
import { firstRow, rows, sql } from '#db/sql.ts';
import { workflowIds } from '#domain/names.ts';
import type { Relay } from '#server/relay/relay.ts';
import { openApp, type Visitor } from '#test/support/app.ts';
import { startEngine, type Engine } from '#test/support/engine.ts';
import { differences } from '#test/support/imports/differences.ts';
import { expectedOf, type Expected } from '#test/support/imports/expected.ts';
import { formValues, uploadForm } from '#test/support/imports/forms.ts';
import { outcomeOfRows, type RowInDatabase } from '#test/support/imports/outcome.ts';
import { recordHistory } from '#test/support/histories/record.ts';
import { contactsCsv } from '#test/support/imports.ts';
import { parse } from '#test/support/html.ts';
import { relayBetween } from '#test/support/relay.ts';
import { until } from '#test/support/until.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

// The whole way of a list, as a person goes it: upload, preview, start, result, and once more.

let world: TestWorld;
let engine: Engine;
let relay: Relay;
let maren: Visitor;
let workspaceId: string;
let first: ImportRunRow;
let inDatabase: Map<number, RowInDatabase>;

const { counts, samples }: Expected = expectedOf('test/fixtures/contacts/expected.json');

beforeAll(async () => {
  world = await openWorld();
  const { database } = world;
  workspaceId = await database.transaction(async (em) => {
    const id = await createWorkspace(em, {
      name: 'Granite',
      mode: 'sandbox',
      zone: 'America/New_York',
    });
    await giveSeat(em, { workspaceId: id, userId: world.alder.maren.id, role: 'marketer' });
    return id;
  });
  engine = await startEngine({ imports: createImportActivities(world) });
  relay = await relayBetween(world, engine);
  maren = await openApp(world).as(world.alder.maren, workspaceId);
  first = await importByHand();
  inDatabase = await outcomeOfRows(database.fork(), workspaceId, first.id);
}, 240_000);

afterAll(async () => {
  await relay.stop();
  await engine.close();
  await world.end();
});

const runOf = async (runId: string): Promise<ImportRunRow> => {
  const run = await importRun(world.database.fork(), { workspaceId, runId });
  if (!run) throw new Error('The import is not there.');
  return run;
};

async function importByHand(): Promise<ImportRunRow> {
  const { page, runId } = await upload();
  await until(async () => (await runOf(runId)).preview?.state === 'ready', { patienceMs: 90_000 });
  const started = await maren.post(`/imports/${runId}/start`, formValues(page, '#import-mapping'));
  expect(started.status).toBe(303);
  await until(async () => (await runOf(runId)).state !== 'running', {
    patienceMs: 120_000,
    everyMs: 200,
  });
  return runOf(runId);
}

async function upload() {
  const form = parse(await (await maren.get('/imports/new')).text());
  const order = String(form('input[name=order]').val());
  const uploaded = await maren.send(
    'POST',
    '/imports',
    uploadForm(order, 'contacts.csv', readFileSync(contactsCsv)),
  );
  expect(uploaded.status).toBe(303);
  const page = await (await maren.get(uploaded.headers.get('location') ?? '')).text();
  return { page, runId: order };
}

test('the preview says what the import then does', () => {
  expect(first.preview?.counts).toEqual({
    created: first.created,
    merged: first.merged,
    unchanged: first.unchanged,
    rejected: first.rejected,
    suppressed: first.suppressed,
    joined: first.joined,
  });
  expect(first.preview).toMatchObject({ whole: true, rows: counts.data_rows });
});

describe('the counts', () => {
  test('every row has one outcome', () => {
    expect(first).toMatchObject({
      state: 'complete',
      rowsRead: counts.data_rows,
      rowsTotal: counts.data_rows,
    });
    expect(inDatabase.size).toBe(counts.data_rows);
    expect(first.rejected).toBe(counts.rejected_strict);
    expect(first.created + first.merged + first.unchanged).toBe(counts.accepted_strict);
  });

  test('rows that share the mobile are one contact', async () => {
    expect(first.created).toBe(counts.contacts_if_merged_by_mobile);
    expect(
      await count(sql`contact where workspace_id = ${workspaceId} and merged_into is null`),
    ).toBe(counts.contacts_if_merged_by_mobile);
  });

  test('each distinct number is one address, each distinct e-mail another', async () => {
    const used = (label: string) =>
      count(
        sql`(select distinct address_id from contact_address where workspace_id = ${workspaceId} and label = ${label}) a`,
      );
    expect(await used('mobile')).toBe(counts.mobile_distinct);
    expect(await used('email')).toBe(counts.email_distinct);
  });

  test('every number that was opted out is blocked, and no other', async () => {
    expect(
      await count(sql`address a where workspace_id = ${workspaceId} and 'sms' = any(blocked)
        and exists (select from contact_address ca where ca.address_id = a.id and ca.label = 'mobile')`),
    ).toBe(counts.opted_out_mobiles_distinct);
  });

  test('rejected rows say why', async () => {
    const reasons = await rows<{ reason: string; n: number }>(
      world.database.fork(),
      sql`select reason, count(*) as n from import_row where import_run_id = ${first.id} and outcome = 'rejected' group by reason`,
    );
    const n = Object.fromEntries(reasons.map((row) => [row.reason, row.n]));
    expect(n['too-few-columns']).toBe(counts.ragged_too_few);
    expect(n['too-many-columns']).toBe(counts.ragged_too_many);
    expect(n['no-phone-or-email']).toBe(counts.neither_all_three_cells_blank);
    expect((n['no-phone-or-email'] ?? 0) + (n['unusable-phone-and-email'] ?? 0)).toBe(
      counts.neither_phone_nor_email,
    );
  });

  const count = async (from: ReturnType<typeof sql>): Promise<number> => {
    const row = await firstRow<{ n: number }>(
      world.database.fork(),
      sql`select count(*) as n from ${from}`,
    );
    return row?.n ?? 0;
  };
});

test.each(samples)('row $row becomes what it means', (sample) => {
  expect(differences(sample, inDatabase.get(sample.row))).toEqual([]);
});

test('rejected rows come back as a file, each with its reason, and no formula among them', async () => {
  const answer = await maren.get(`/imports/${first.id}/rejected.csv`);
  const text = await answer.text();
  expect(answer.headers.get('content-disposition')).toContain('attachment');
  expect(text.split('\r\n').length).toBeGreaterThan(counts.rejected_strict);
  expect(text).toContain('Neither a number nor an e-mail address');
  expect(text).not.toMatch(/(?:^|,)"?[=@]/m);
});

test('the same list again changes nothing', async () => {
  const before = await versions();
  const again = await importByHand();
  expect(again).toMatchObject({
    created: 0,
    merged: 0,
    suppressed: 0,
    unchanged: counts.accepted_strict,
  });
  expect(await versions()).toBe(before);

  // Every version of a row has an xmin of its own: equal ones mean that nothing was written.
  async function versions(): Promise<string> {
    const row = await firstRow<{ all: string }>(
      world.database.fork(),
      sql`select md5(string_agg(v, ' ' order by v)) as all from (
        select id || xmin::text as v from contact where workspace_id = ${workspaceId}
        union all select id || xmin::text from address where workspace_id = ${workspaceId}
        union all select id || xmin::text from suppression where workspace_id = ${workspaceId}
        union all select id || xmin::text from consent where workspace_id = ${workspaceId}) all_rows`,
    );
    return row?.all ?? '';
  }
}, 240_000);

test('the history names nobody, and replays', async () => {
  const workflowId = workflowIds.contactImport(first.id);
  const history = await recordHistory(engine.client, workflowId, 'contact-import-complete');
  const text = JSON.stringify(history);
  const personal = samples.flatMap(({ mobile, email }) => [mobile?.slice(1) ?? email, email]);
  expect(personal.filter((value) => value && text.includes(value))).toEqual([]);
});
