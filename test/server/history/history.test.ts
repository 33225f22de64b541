import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { HistoryImport } from '#db/entities/history-import.ts';
import { firstRow, rows, run, sql } from '#db/sql.ts';
import { openApp, type Visitor } from '#test/support/app.ts';
import {
  addHistoryImport,
  addOpenPhone,
  addProblems,
  addProof,
  type HistoryScene,
} from '#test/support/history/rows.ts';
import { parse } from '#test/support/html.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let maren: Visitor;
let phone: HistoryScene;

beforeAll(async () => {
  world = await openWorld();
  maren = await openApp(world).as(world.alder.maren);
  phone = await addOpenPhone(world.database, world.alder.workspaceId);
});
afterAll(() => world.end());

const rowOf = (id: string) => world.database.fork().findOneOrFail(HistoryImport, { id });

const ordersOf = async (id: string) => {
  const found = await rows<{ kind: string }>(
    world.database.fork(),
    sql`select kind from "order" where subject_id = ${id} order by id`,
  );
  return found.map(({ kind }) => kind);
};

describe('the start', () => {
  const start = (form: Record<string, string>, order = uuidv7()) =>
    maren.post('/history', { order, perSecond: '5', span: 'everything', since: '', ...form });

  it('given twice by a double click is one import', async () => {
    const { accountId } = await addOpenPhone(world.database, phone.workspaceId, 'Twice');
    const order = uuidv7();
    for (const _ of [1, 2]) {
      const started = await start({ accountId, perSecond: '7' }, order);
      expect(started.status).toBe(303);
      expect(started.headers.get('location')).toBe(`/history/${order}`);
    }
    const opened = await world.database
      .fork()
      .find(HistoryImport, { providerAccountId: accountId });
    expect(opened).toMatchObject([{ id: order, kind: 'whole', state: 'running', since: null }]);
    expect(opened[0]?.perSecond).toBe(7);
    const woken = await firstRow<{ n: number }>(
      world.database.fork(),
      sql`select count(*) as n from outbox where kind = 'history.wake' and key = ${order}`,
    );
    expect(woken?.n).toBe(1);
  });

  it('since a day reads from its first minute where the workspace is, on the provider’s clock', async () => {
    const { accountId, workspaceId } = await addOpenPhone(
      world.database,
      phone.workspaceId,
      'Since',
    );
    const turn = (ms: number) =>
      world.database.transaction((em) =>
        run(em, sql`update workspace set clock_offset_ms = ${ms} where id = ${workspaceId}`),
      );
    const order = uuidv7();
    await turn(3_600_000);
    await start({ accountId, span: 'since', since: '2026-03-01' }, order);
    await turn(0);
    expect((await rowOf(order)).since?.toISOString()).toBe('2026-03-01T04:00:00.000Z');
  });

  it.each<[string, Record<string, string>, string, string]>([
    ['too fast', { perSecond: '10' }, 'perSecond', 'Choose a whole number from 1 to 9.'],
    ['standing still', { perSecond: '0' }, 'perSecond', 'Choose a whole number from 1 to 9.'],
    ['half a request', { perSecond: '2.5' }, 'perSecond', 'Choose a whole number from 1 to 9.'],
    ['since no day', { span: 'since' }, 'since', 'Choose the day, or choose “Everything”.'],
    ['since next year', { span: 'since', since: '2999-01-01' }, 'since', 'has not come yet'],
    ['of no account', { accountId: uuidv7() }, 'accountId', 'This account is not there any more.'],
  ])('%s is refused, and what was typed is kept', async (_, wrong, field, sentence) => {
    const refused = await start({ accountId: phone.accountId, ...wrong });
    expect(refused.status).toBe(422);
    const $ = parse(await refused.text());
    expect($(`#f-${field}-error`).text()).toContain(sentence);
    expect($('[name=perSecond]').val()).toBe(wrong.perSecond ?? '5');
  });

  it('of an account that is being read is refused', async () => {
    const busy = await addOpenPhone(world.database, phone.workspaceId, 'Busy');
    await addHistoryImport(busy, { state: 'paused' });
    const refused = await start({ accountId: busy.accountId });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('An import of this account is on its way already.');
  });

  it('of an account of Twilio is refused: it has no history to be read', async () => {
    const refused = await start({ accountId: world.alder.accountId });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('This account is not there any more.');
  });
});

describe('an order', () => {
  const partial = { partial: true };

  it('to pause names who gave it, is answered with how it stands, and is one order for two clicks', async () => {
    const id = await addHistoryImport(await addOpenPhone(world.database, phone.workspaceId));
    const order = uuidv7();
    const paused = await maren.post(`/history/${id}/pause`, { order }, partial);
    expect(paused.headers.get('HX-Trigger')).toBe('{"modal:close":{}}');
    const $ = parse(await paused.text());
    expect($('[hx-target="#history-run"] .banner').text()).toContain('Paused by Maren Okafor.');
    expect((await maren.post(`/history/${id}/pause`, { order }, partial)).status).toBe(200);
    expect(await ordersOf(id)).toEqual(['history.pause']);
    const resumed = await maren.delete(`/history/${id}/pause?order=${uuidv7()}`, partial);
    expect(parse(await resumed.text())('.banner').length).toBe(0);
    expect((await rowOf(id)).state).toBe('running');
  });

  it('of another pace holds from now on; one that the provider would not bear is refused', async () => {
    const id = await addHistoryImport(await addOpenPhone(world.database, phone.workspaceId));
    const dialog = parse(await (await maren.get(`/history/${id}/speed`, partial)).text());
    expect(dialog('[name=perSecond]').val()).toBe('5');
    const refused = await maren.post(`/history/${id}/speed`, { perSecond: '12' }, partial);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Choose a whole number from 1 to 9.');
    await maren.post(`/history/${id}/speed`, { perSecond: '2' }, partial);
    expect((await rowOf(id)).perSecond).toBe(2);
  });

  it('to cancel is asked for first, and ends it', async () => {
    const id = await addHistoryImport(await addOpenPhone(world.database, phone.workspaceId));
    const dialog = parse(await (await maren.get(`/history/${id}/cancel`, partial)).text());
    expect(dialog('form').attr('action')).toBe(`/history/${id}/cancel`);
    const cancelled = await maren.post(`/history/${id}/cancel`, {}, partial);
    expect(await cancelled.text()).toContain('Cancelled. What was written stays');
    expect((await maren.post(`/history/${id}/pause`, {}, partial)).status).toBe(409);
  });

  it.each(['proofs', 'repairs'])(
    'for %s sets an import that is over going again',
    async (order) => {
      const own = await addOpenPhone(world.database, phone.workspaceId);
      const id = await addHistoryImport(own, { state: 'complete', proof: 'holes' });
      expect((await maren.post(`/history/${id}/${order}`, {}, partial)).status).toBe(200);
      expect((await rowOf(id)).state).toBe('running');
    },
  );
});

test('who may only look sees everything and orders nothing', async () => {
  const sal = await openApp(world).as(world.alder.sal);
  const id = await addHistoryImport(phone, { state: 'complete', proof: 'whole' });
  const page = parse(await (await sal.get(`/history/${id}`)).text());
  expect(page('#history-run button').length).toBe(0);
  expect((await sal.get('/history/new')).status).toBe(403);
  expect((await sal.post(`/history/${id}/proofs`)).status).toBe(403);
});

describe('what is missing', () => {
  it('can be paged through to its end, and taken along as a list of ids', async () => {
    const id = await addHistoryImport(phone, { state: 'complete', proof: 'holes' });
    await addProof(phone, id, { conversations: 90, differing: 60, holesEach: 2 });
    const seen: string[] = [];
    let path: string | undefined = `/history/${id}/differences`;
    while (path) {
      const $: ReturnType<typeof parse> = parse(await (await maren.get(path)).text());
      seen.push(
        ...$('tbody th code')
          .map((_, code) => $(code).text())
          .get(),
      );
      path = $('.pager a:contains("Older")').attr('href');
    }
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
    const csv = await (await maren.get(`/history/${id}/missing.csv`)).text();
    expect(csv.trim().split('\n')).toHaveLength(121);
    expect(csv).toMatch(/Message,AC\w{32},PN\d,CN0000\d\d,/);
  });
});

test('requests in trouble can be paged through, the unsolved first', async () => {
  const id = await addHistoryImport(phone, { state: 'complete' });
  await addProblems(phone, id, 120);
  const solved: boolean[] = [];
  let path: string | undefined = `/history/${id}/problems`;
  while (path) {
    const $: ReturnType<typeof parse> = parse(await (await maren.get(path)).text());
    const states = $('tbody tr').map((_, row) => !$(row).text().includes('not solved'));
    solved.push(...states.get());
    path = $('.pager a:contains("Older")').attr('href');
  }
  expect(solved).toHaveLength(120);
  expect(solved.indexOf(true)).toBe(40);
  expect(solved.lastIndexOf(false)).toBe(39);
});
