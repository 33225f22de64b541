import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstRow, rows, run, sql } from '#db/sql.ts';
import { openApp, type TestApp, type Visitor } from '#test/support/app.ts';
import { expectValidHtml, parse } from '#test/support/html.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let app: TestApp;
let maren: Visitor;
let sender: string;
let account: string;
beforeAll(async () => {
  world = await openWorld();
  app = openApp(world);
  maren = await app.as(world.alder.maren);
  sender = `/senders/${world.alder.senders[0]!.id}`;
  account = `/senders/accounts/${world.alder.accountId}`;
});
afterAll(() => world.end());

const html = async (path: string, visitor = maren) => {
  const answer = await visitor.get(path);
  expect(answer.status).toBe(200);
  return answer.text();
};
const settings = {
  name: 'Harbour',
  ratePerSecond: '2.5',
  dailyCap: '200',
  priority: '20',
  confirms: 'provider',
};
const row = () =>
  firstRow(
    world.database.fork(),
    sql`select * from sender where id = ${world.alder.senders[0]!.id}`,
  );

describe('the pages', () => {
  test('are sound, and hold what the workspace has and nothing of another', async () => {
    for (const path of [
      '/senders',
      sender,
      '/senders/new',
      '/senders/accounts',
      '/senders/accounts/new',
      '/senders/accounts/new/openphone',
    ]) {
      const page = await html(path);
      await expectValidHtml(page);
      expect(page).not.toContain(world.clinique.senders[0]!.value.slice(-4));
    }
    expect(parse(await html('/senders'))('.senders-table tbody tr')).toHaveLength(16);
  });

  test('take few statements', async () => {
    const answer = await maren.get('/senders');
    expect(answer.headers.get('Server-Timing')).toMatch(/"[1-8] statements"/);
  });

  test('of another workspace are not found', async () => {
    const theirs = `/senders/${world.clinique.senders[0]!.id}`;
    expect((await maren.get(theirs)).status).toBe(404);
    for (const path of [theirs, `${theirs}/pause`, `${theirs}/rotation`]) {
      expect([path, (await maren.post(path, settings)).status]).toEqual([path, 404]);
    }
    const stranger = `/senders/accounts/${world.clinique.accountId}`;
    expect((await maren.post(`${stranger}/test`)).status).toBe(404);
    expect((await maren.get(`${stranger}/token`)).status).toBe(404);
  });

  test('are read by everybody and changed by managers alone', async () => {
    const dana = await app.as(world.alder.dana);
    const $ = parse(await html(sender, dana));
    expect($('fieldset[disabled] [name=dailyCap]')).toHaveLength(1);
    expect($('.senders-table [role=switch], a[href="/senders/new"], .drawer-foot')).toHaveLength(0);
    expect(
      parse(await html('/senders/accounts', dana))('.account form, [hx-get$=token]'),
    ).toHaveLength(0);
    for (const path of [
      '/senders',
      sender,
      `${sender}/pause`,
      `${sender}/rotation`,
      '/senders/accounts',
      `${account}/test`,
      `${account}/token`,
    ]) {
      expect([path, (await dana.post(path)).status]).toEqual([path, 403]);
    }
    expect((await dana.delete(`${sender}/pause`)).status).toBe(403);
    expect((await dana.delete(`${sender}/rotation`)).status).toBe(403);
    expect((await dana.get('/senders/accounts/new')).status).toBe(403);
  });

  test('warn where no number can send, and say which would be next where one can', async () => {
    expect(parse(await html('/senders'))('#choice').text()).toMatch(
      /would hear from \(\d{3}\) 555-01/,
    );
    const all = (state: string) =>
      run(
        world.database.fork(),
        sql`update sender set state = ${state} where workspace_id = ${world.alder.workspaceId}`,
      );
    await all('paused');
    const $ = parse(await html('/senders'));
    expect($('.banner.danger').text()).toContain('No number can send');
    expect($('#choice').text()).toContain('Nobody new can be written to now');
    await all('active');
  });
});

describe('a number', () => {
  test('is set, and what is impossible is told at its field', async () => {
    const wrong = await maren.post(sender, { ...settings, dailyCap: '-1' }, { partial: true });
    expect(wrong.status).toBe(422);
    expect(parse(await wrong.text())('#f-dailyCap').attr('aria-invalid')).toBe('true');
    await maren.post(sender, settings);
    expect(await row()).toMatchObject({
      name: 'Harbour',
      rate_per_second: 2.5,
      daily_cap: 200,
      priority: 20,
      confirms: 'provider',
    });
  });

  test('is paused with a reason, shown to all, and goes on', async () => {
    await maren.post(`${sender}/pause`, { reason: 'registration pending' });
    expect(parse(await html('/senders'))('.senders-table').text()).toContain(
      'registration pending',
    );
    const answer = await maren.delete(`${sender}/pause`);
    expect(await answer.text()).not.toContain('registration pending');
    expect(await row()).toMatchObject({ state: 'active', paused_reason: null });
  });

  test('is taken out of rotation and put back', async () => {
    await maren.delete(`${sender}/rotation`, { partial: true });
    expect(await row()).toMatchObject({ rotation: false });
    await maren.post(`${sender}/rotation`, {}, { partial: true });
    expect(await row()).toMatchObject({ rotation: true });
  });

  test('is added by its whole number, once', async () => {
    const form = { ...settings, accountId: world.alder.accountId };
    const post = (number: string) => maren.post('/senders', { ...form, number }, { partial: true });
    expect(await (await post('5550190')).text()).toContain('with its country code');
    expect((await post('(603) 555-0190')).status).toBe(204);
    expect(await (await post('+1 603-555-0190')).text()).toContain('is here already');
    const stranger = { ...form, accountId: world.clinique.accountId, number: '+16035550191' };
    expect((await maren.post('/senders', stranger, { partial: true })).status).toBe(422);
  });
});

describe('an account', () => {
  const sid = `AC${'ab12'.repeat(8)}`;
  const token = 'f00dfeedf00dfeedf00dfeed';

  test('is added without its token ever coming back', async () => {
    const wrong = await maren.post('/senders/accounts', { name: 'Main', sid: 'AC1', token });
    const said = await wrong.text();
    expect([wrong.status, said.includes('32 digits'), said.includes(token)]).toEqual([
      422,
      true,
      false,
    ]);
    const order = v7();
    await maren.post('/senders/accounts', { name: 'Main street', sid, token, order });
    const page = await html('/senders/accounts');
    expect(page).toContain(sid);
    expect(page).toMatch(
      /http:\/\/throughline\.test\/webhooks\/twilio\/main-street-[0-9a-f]{8}\/messages/,
    );
    expect(page).not.toContain(token);
    const again = await maren.post('/senders/accounts', { name: 'Main', sid, token });
    expect(await again.text()).toContain('is here already');
  });

  test('is under test from the order until the answer', async () => {
    expect(await html('/senders/accounts')).toContain('Not tested yet');
    const answer = await maren.post(`${account}/test`, {}, { partial: true });
    const busy = parse(await answer.text())('[aria-busy]');
    expect(busy.text()).toContain('Testing since');
  });

  test('gets another token by a dialog that asks for the whole of it', async () => {
    expect(await html(`${account}/token`)).toContain('type="password"');
    const short = await maren.post(`${account}/token`, { token: 'short' }, { partial: true });
    expect([short.status, (await short.text()).includes('Paste the whole token')]).toEqual([
      422,
      true,
    ]);
    expect((await maren.post(`${account}/token`, { token }, { partial: true })).status).toBe(204);
  });
});

describe('an account of OpenPhone', () => {
  const apiKey = 'a-key-of-their-workspace';
  const secrets = { apiKey, webhookSecret: 'whsec_QUJDRA==' };
  const connect = (form: Record<string, string>) =>
    maren.post('/senders/accounts/openphone', { name: 'Our Quo', ...form }, { partial: true });
  const id = async () =>
    (
      await firstRow<{ id: string }>(
        world.database.fork(),
        sql`select id from provider_account where workspace_id = ${world.alder.workspaceId} and provider = 'openphone'`,
      )
    )?.id ?? '';

  test('is told what is wrong with a key, in words, and never sees it again', async () => {
    for (const [form, sentence] of [
      [{ apiKey: 'short' }, 'Paste the whole key'],
      [{ apiKey: `Bearer ${apiKey}` }, 'paste it without “Bearer”'],
      [{ apiKey, webhookSecret: 'not base64!' }, 'whsec_ and base64'],
    ] as const) {
      const answer = await connect(form);
      const said = await answer.text();
      expect([answer.status, said.includes(sentence), said.includes(apiKey)]).toEqual([
        422,
        true,
        false,
      ]);
    }
  });

  test('is connected, looked at right away, and kept up by its schedules', async () => {
    expect((await connect(secrets)).status).toBe(204);
    const asked = await rows<{ kind: string }>(
      world.database.fork(),
      sql`select kind from outbox where key = ${await id()} order by id`,
    );
    expect(asked.map(({ kind }) => kind)).toEqual(['history.schedules', 'account.check']);
    const page = await html('/senders/accounts');
    const section = parse(page)(`#account-${await id()}`);
    expect(section.find('[aria-busy]').text()).toContain('Testing since');
    expect(section.text()).toMatch(
      /http:\/\/throughline\.test\/webhooks\/openphone\/our-quo-[0-9a-f]{8}/,
    );
    expect(section.find('a[href="/history"]').text()).toContain('past');
    expect([page.includes(apiKey), page.includes('whsec_QUJD')]).toEqual([false, false]);
    expect(await (await connect(secrets)).text()).toContain('with this key is here already');
  });

  test('gets another key by a dialog, and sends nothing until that was looked at', async () => {
    const dialog = `/senders/accounts/${await id()}/token`;
    expect(await html(dialog)).toContain('name="apiKey"');
    const wrong = await maren.post(dialog, { apiKey: 'short' }, { partial: true });
    expect([wrong.status, (await wrong.text()).includes('Paste the whole key')]).toEqual([
      422,
      true,
    ]);
    const answer = await maren.post(dialog, { apiKey: 'another-key-of-theirs' }, { partial: true });
    expect(answer.status).toBe(204);
    const badge = parse(await html('/senders/accounts'))(`#account-${await id()} .badge`);
    expect(badge.text()).toBe('Being tested');
  });
});
