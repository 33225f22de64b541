import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importRun } from '#db/imports/runs.ts';
import { firstRow, sql } from '#db/sql.ts';
import { openApp, type Visitor } from '#test/support/app.ts';
import { expectNoLiterals, expectValidHtml, parse } from '#test/support/html.ts';
import { advance, order, smallList, upload, type Importer } from '#test/support/imports.ts';
import { formValues, uploadForm } from '#test/support/imports/forms.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let maren: Visitor;
let importer: Importer;

beforeAll(async () => {
  world = await openWorld();
  maren = await openApp(world).as(world.alder.maren);
  const { workspaceId, maren: user } = world.alder;
  importer = { database: world.database, blobs: world.blobs, workspaceId, userId: user.id };
});

afterAll(() => world.end());

const list = smallList('Ruth,(802) 555-0144,ruth@example.com,storm,yes,2026-01-05', ',,,,,');

const send = (content: Uint8Array, name = 'list.csv', order = uuidv7()) =>
  maren.send('POST', '/imports', uploadForm(order, name, content));

const imports = async () =>
  (await firstRow<{ n: number }>(world.database.fork(), sql`select count(*) as n from import_run`))
    ?.n;

describe('an upload', () => {
  test('leads to the page where its columns are matched, each with a guess and how it is read', async () => {
    const uploaded = await send(list);
    expect(uploaded.status).toBe(303);
    const $ = parse(await (await maren.get(uploaded.headers.get('location') ?? '')).text());
    expect(
      $('select[name="use[]"]')
        .map((_, use) => $(use).val() as string)
        .get(),
    ).toEqual(['first-name', 'mobile', 'email', 'tags', 'consent', 'consent-date']);
    expect($('.mapping tbody tr').eq(1).text()).toContain('+18025550144');
  });

  test('given twice by a double click is one import', async () => {
    const order = uuidv7();
    await send(list, 'list.csv', order);
    const before = await imports();
    expect((await send(list, 'list.csv', order)).status).toBe(303);
    expect(await imports()).toBe(before);
  });

  test('given twice does not bring back the file of a list that was read between', async () => {
    const [runId, content] = [uuidv7(), smallList('Iris,(802) 555-0145,,,yes,2026-01-05')];
    await send(content, 'list.csv', runId);
    await order(importer, runId, 'start');
    await advance(importer, runId);
    expect((await send(content, 'list.csv', runId)).status).toBe(303);
    const { blobSha256 } = (await importRun(world.database.fork(), { ...importer, runId }))!;
    expect(await world.blobs.sizeOf(blobSha256)).toBeNull();
  });

  test.each([
    ['nothing', new Uint8Array(), 'This file is empty.'],
    ['only a header', Buffer.from('First Name,Mobile\r\n'), 'no people under them'],
    [
      'a person in the first line',
      Buffer.from('Ruth,603-555-0144\r\nAbel,603-555-0145\r\n'),
      'first line of this file is a person',
    ],
    ['a PDF', Buffer.from('%PDF-1.7 something'), 'This is a PDF.'],
    ['a workbook', Buffer.from('PK\u0003\u0004 xl/ [Content_Types].xml'), 'Excel workbook'],
    ['bytes that are no text', Buffer.from([1, 2, 0, 3, 0, 250, 0x81, 7]), 'not text'],
  ])('of %s is refused at once and leaves nothing', async (_, content, sentence) => {
    const before = await imports();
    const refused = await send(content);
    expect(refused.status).toBe(422);
    const $ = parse(await refused.text());
    expect($('.err').text()).toContain(sentence);
    expect($('[name=file]').attr('aria-invalid')).toBe('true');
    expect(await imports()).toBe(before);
  });

  test('above the limit is refused by its length, before it is read', async () => {
    const refused = await maren.send('POST', '/imports', 'x', {
      headers: { 'Content-Type': 'multipart/form-data; boundary=b', 'Content-Length': '90000000' },
    });
    expect(refused.status).toBe(413);
    expect(parse(await refused.text())('.err').text()).toContain('larger than 50 MB');
  });

  test('that breaks off keeps nothing', async () => {
    const before = await imports();
    const head =
      '--b\r\nContent-Disposition: form-data; name="file"; filename="l.csv"\r\n\r\nName,Mobile\r\nRuth,';
    const cut = await maren.send('POST', '/imports', head, {
      headers: { 'Content-Type': 'multipart/form-data; boundary=b' },
    });
    expect(cut.status).toBe(422);
    expect(await cut.text()).toContain('did not arrive whole');
    expect(await imports()).toBe(before);
  });

  test('without a file asks for one', async () => {
    const form = new FormData();
    form.set('order', uuidv7());
    form.set('file', new File([], ''));
    expect(await (await maren.send('POST', '/imports', form)).text()).toContain(
      'Choose a file first.',
    );
  });
});

describe('the mapping', () => {
  test('is kept at each change, with a new preview to come', async () => {
    const runId = await upload(importer, list);
    const values = await mappingOf(runId);
    const use = ['first-name', 'mobile', 'nothing', 'tags', 'consent', 'consent-date'];
    const kept = await maren.post(
      `/imports/${runId}/mapping`,
      { ...values, 'use[]': use },
      { partial: true },
    );
    const $ = parse(await kept.text());
    expect($('.mapping tbody tr').eq(2).text()).toContain('not kept');
    expect($('hx-partial').attr('hx-target')).toBe('#import-preview');
    expect((await runOf(runId)).options).toMatchObject({ revision: 2 });
  });

  test('needs a column with a number or an e-mail address', async () => {
    const runId = await upload(importer, list);
    const use = Array.from({ length: 6 }).fill('nothing') as string[];
    const refused = await maren.post(`/imports/${runId}/start`, {
      ...(await mappingOf(runId)),
      'use[]': use,
    });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Say which column holds a number or an e-mail address.');
    expect((await runOf(runId)).state).toBe('mapping');
  });

  test('is closed once the import has been started', async () => {
    const runId = await upload(importer, list);
    const values = await mappingOf(runId);
    await order(importer, runId, 'start');
    const late = await maren.post(
      `/imports/${runId}/mapping`,
      { ...values, tags: 'late' },
      { partial: true },
    );
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('has been started or discarded');
  });
});

describe('orders', () => {
  test('a start given twice starts once', async () => {
    const runId = await upload(importer, list);
    const values = await mappingOf(runId);
    const first = await maren.post(`/imports/${runId}/start`, values);
    const again = await maren.post(`/imports/${runId}/start`, values);
    expect([first.status, again.status]).toEqual([303, 303]);
    const asked = await firstRow<{ n: number }>(
      world.database.fork(),
      sql`select count(*) as n from "order" where kind = 'import.start' and subject_id = ${runId}`,
    );
    expect(asked?.n).toBe(1);
  });

  test('pause and go on answer with how far it has come', async () => {
    const runId = await upload(importer, list);
    await order(importer, runId, 'start');
    const paused = await maren.post(`/imports/${runId}/pause`, {}, { partial: true });
    expect(parse(await paused.text())('#import-progress').text()).toContain(
      'Paused. Nothing is lost',
    );
    const resumed = await maren.delete(`/imports/${runId}/pause?order=${uuidv7()}`, {
      partial: true,
    });
    expect(parse(await resumed.text())('#import-progress').text()).not.toContain('Paused.');
  });

  test('a pause of an import that is over is refused', async () => {
    const runId = await done();
    const late = await maren.post(`/imports/${runId}/pause`, {}, { partial: true });
    expect(late.status).toBe(409);
  });
});

describe('the result', () => {
  test('shows every figure and the rejected rows with what would help', async () => {
    const page = parse(await (await maren.get(`/imports/${await done()}`)).text());
    expect(page('#rejected tbody tr').text()).toContain('Neither a number nor an e-mail address');
    expect(page('.figs').text()).toContain('Rows read2');
  });

  test('is a page without a word from outside the catalogue, and valid', async () => {
    const foreign = await openApp(world).as(world.alder.maren);
    await world.database.transaction((em) =>
      em.execute(`update app_user set locale = 'xx' where email = 'maren@aldertide.example'`),
    );
    for (const path of [
      '/imports',
      '/imports/new',
      `/imports/${await done()}`,
      `/imports/${await upload(importer, list)}`,
    ]) {
      const html = await (await foreign.get(path)).text();
      expectNoLiterals(html, [
        'Maren Okafor',
        'maren@aldertide.example',
        'Alder & Tide',
        'contacts.csv',
        'list.csv',
        'MO',
        'First Name',
        'Mobile Phone',
        'Email',
        'Tags',
        'Consent (SMS)',
        'Consent Date',
        'Ruth',
        'ruth@example.com',
        'storm',
        'yes',
        'express',
        'US',
      ]);
      await expectValidHtml(html);
    }
    await world.database.transaction((em) =>
      em.execute(`update app_user set locale = null where email = 'maren@aldertide.example'`),
    );
  });
});

test('somebody who may only look sees imports and changes none', async () => {
  const sal = await openApp(world).as(world.alder.sal);
  const runId = await upload(importer, list);
  expect((await sal.get(`/imports/${runId}`)).status).toBe(200);
  expect((await sal.post(`/imports/${runId}/start`)).status).toBe(403);
  expect((await sal.get(`/imports/${runId}/rejected.csv`)).status).toBe(403);
  expect((await sal.get('/imports/new')).status).toBe(403);
});

test('an import of another workspace is not there', async () => {
  const lien = await openApp(world).as(world.clinique.lien);
  const runId = await done();
  for (const path of [
    `/imports/${runId}`,
    `/imports/${runId}/progress`,
    `/imports/${runId}/rejected.csv`,
  ]) {
    expect((await lien.get(path)).status).toBe(404);
  }
  expect((await lien.post(`/imports/${runId}/cancel`)).status).toBe(404);
});

async function mappingOf(runId: string) {
  return formValues(await (await maren.get(`/imports/${runId}`)).text(), '#import-mapping');
}

async function runOf(runId: string) {
  const run = await importRun(world.database.fork(), { ...importer, runId });
  if (!run) throw new Error('no such import');
  return run;
}

async function done(): Promise<string> {
  const runId = await upload(importer, list);
  await order(importer, runId, 'start');
  await advance(importer, runId);
  return runId;
}
