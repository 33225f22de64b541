import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstRow, sql } from '#db/sql.ts';
import { openApp, type TestApp, type Visitor } from '#test/support/app.ts';
import { expectValidHtml, parse } from '#test/support/html.ts';
import { openWorld, password, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let app: TestApp;
let maren: Visitor & { cookie: string };
beforeAll(async () => {
  world = await openWorld();
  app = openApp(world);
  maren = await app.as(world.alder.maren);
});
afterAll(() => world.end());

const workspace = {
  name: 'Alder & Tide',
  zone: 'America/New_York',
  locale: 'en-US',
  supportContact: 'help@aldertide.example',
  dailyLimit: '400',
};

describe('the workspace', () => {
  it('is changed by who may, and the change is kept as an order', async () => {
    const answer = await maren.post('/settings', { ...workspace, name: 'Alder, Tide & Co' });
    expect(answer.status).toBe(303);
    const page = parse(await (await maren.get('/settings')).text());
    expect(page('[name=name]').val()).toBe('Alder, Tide & Co');
    const order = await firstRow<{ payload: { dailyLimit: number } }>(
      world.database.fork(),
      sql`select payload from "order" where kind = 'settings.change'`,
    );
    expect(order?.payload.dailyLimit).toBe(400);
  });

  it('is shown to the others without a form', async () => {
    const sal = await app.as(world.alder.sal);
    const html = await (await sal.get('/settings')).text();
    expect(parse(html)('main form').length).toBe(0);
    expect((await sal.post('/settings', workspace)).status).toBe(403);
  });

  it('is not changed by a limit of nothing or a zone that is none', async () => {
    for (const wrong of [
      { dailyLimit: '0' },
      { dailyLimit: 'many' },
      { zone: 'Mars/Base' },
      { name: ' ' },
    ]) {
      const answer = await maren.post('/settings', { ...workspace, ...wrong }, { partial: true });
      expect(answer.status).toBe(422);
      expect(parse(await answer.text())('[aria-invalid=true]').length).toBe(1);
    }
  });

  it('speaks the pseudo-language where it is set, so that every sentence shows its brackets', async () => {
    await maren.post('/settings', { ...workspace, locale: 'xx' });
    const html = await (await maren.get('/settings')).text();
    expect(parse(html)('h1').text()).toMatch(/^⟦.+⟧$/);
    await maren.post('/settings', workspace);
  });
});

describe('one’s own page', () => {
  it('is valid and shows where one is signed in', async () => {
    await app.as(world.alder.maren);
    const html = await (await maren.get('/settings/profile')).text();
    await expectValidHtml(html);
    expect(parse(html)('#sessions li').length).toBe(2);
  });

  it('ends another session of one’s own, but nobody else’s', async () => {
    const other = await app.as(world.alder.maren);
    const dana = await app.as(world.alder.dana);
    const danaPage = parse(
      await (await app.as(world.alder.dana).then((d) => d.get('/settings/profile'))).text(),
    );
    const foreign = danaPage('#sessions li [hx-delete]').attr('hx-delete')!;
    expect((await maren.delete(foreign, { partial: true })).status).toBe(404);
    expect((await dana.get('/settings')).status).toBe(200);
    await maren.delete('/settings/sessions', { partial: true });
    expect((await other.get('/settings')).status).toBe(303);
    expect((await maren.get('/settings')).status).toBe(200);
  });

  it('changes the password against the present one only, and moves on to a new session', async () => {
    const dana = await app.as(world.alder.dana);
    const form = { current: 'something else', password: 'a new long password' };
    const refused = await dana.post('/settings/password', form, { partial: true });
    expect(refused.status).toBe(422);
    const changed = await dana.post(
      '/settings/password',
      { ...form, current: password },
      { partial: true },
    );
    expect(changed.status).toBe(200);
    expect((await dana.get('/settings')).status).toBe(303);
    const cookie = changed.headers.get('set-cookie')!.split(';')[0]!;
    expect((await app.stranger().get('/settings', { headers: { Cookie: cookie } })).status).toBe(
      200,
    );
  });

  it('does not lead into a workspace without a seat', async () => {
    const answer = await maren.post('/settings/workspace', {
      workspace: world.clinique.workspaceId,
    });
    expect(answer.status).toBe(404);
    expect(await (await maren.get('/settings')).text()).toContain('Alder');
  });
});
