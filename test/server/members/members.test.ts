import { v7 } from 'uuid';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { addUser, type SeededUser } from '#db/seeds/users.ts';
import { firstRow, run, sql } from '#db/sql.ts';
import { openApp, type TestApp, type Visitor } from '#test/support/app.ts';
import { expectValidHtml, parse } from '#test/support/html.ts';
import { openWorld, password, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let app: TestApp;
let maren: Visitor;
beforeEach(async () => {
  await world?.end();
  world = await openWorld();
  app = openApp(world);
  maren = await app.as(world.alder.maren);
});
afterAll(() => world.end());

const seatOf = async (user: SeededUser): Promise<string> => {
  const seat = await firstRow<{ id: string }>(
    world.database.fork(),
    sql`select id from seat where user_id = ${user.id} and workspace_id = ${world.alder.workspaceId}`,
  );
  return seat!.id;
};
const invite = async (email: string, role: string) =>
  maren.post('/settings/members/invitations', { email, role }, { partial: true });
const linkIn = async (answer: Response) =>
  new URL(parse(await answer.text())('[data-copy]').attr('data-copy') ?? '').pathname;

describe('the members page', () => {
  it('names everyone with a seat, and nobody of another workspace', async () => {
    const html = await (await maren.get('/settings/members')).text();
    const page = parse(html);
    expect(page('#members > li').length).toBe(3);
    expect(page('#members').text()).toContain('Dana Whitcomb');
    expect(html).not.toContain('Lien Peeters');
    await expectValidHtml(html);
  });

  it('is closed to those who do not manage members', async () => {
    for (const user of [world.alder.dana, world.alder.sal]) {
      const visitor = await app.as(user);
      expect((await visitor.get('/settings/members')).status).toBe(403);
      const given = await visitor.post(`/settings/members/${await seatOf(world.alder.sal)}`, {
        role: 'owner',
      });
      expect(given.status).toBe(403);
    }
  });
});

describe('roles', () => {
  it('change at once what a member may do', async () => {
    const sal = await app.as(world.alder.sal);
    const answer = await maren.post(
      `/settings/members/${await seatOf(world.alder.sal)}`,
      { role: 'admin' },
      { partial: true },
    );
    expect(answer.status).toBe(200);
    expect((await sal.get('/settings/members')).status).toBe(200);
  });

  it('never leave a workspace without an owner', async () => {
    const seat = await seatOf(world.alder.maren);
    const lowered = await maren.post(
      `/settings/members/${seat}`,
      { role: 'viewer' },
      { partial: true },
    );
    const removed = await maren.delete(`/settings/members/${seat}`, { partial: true });
    expect([lowered.status, removed.status]).toEqual([409, 409]);
    expect(await lowered.text()).toContain('keeps at least one owner');
  });

  it('of owners are given and taken by owners alone', async () => {
    await maren.post(`/settings/members/${await seatOf(world.alder.sal)}`, { role: 'admin' });
    const sal = await app.as(world.alder.sal);
    const raised = await sal.post(`/settings/members/${await seatOf(world.alder.sal)}`, {
      role: 'owner',
    });
    const removed = await sal.delete(`/settings/members/${await seatOf(world.alder.maren)}`);
    expect([raised.status, removed.status]).toEqual([409, 409]);
  });
});

describe('removing a member', () => {
  it('shuts the workspace to them at once', async () => {
    const dana = await app.as(world.alder.dana);
    await maren.delete(`/settings/members/${await seatOf(world.alder.dana)}`, { partial: true });
    expect((await dana.get('/settings')).headers.get('location')).toContain('/sign-in');
  });
});

describe('an invitation', () => {
  it('gives a newcomer a seat, once', async () => {
    const path = await linkIn(await invite('noor@aldertide.example', 'agent'));
    const form = { name: 'Noor Haddad', password: 'a sentence that is long' };
    const taken = await app.stranger().post(path, form);
    const cookie = taken.headers.get('set-cookie')!.split(';')[0]!;
    const page = await app.stranger().get('/settings/profile', { headers: { Cookie: cookie } });
    expect(parse(await page.text())('h1 + .muted').text()).toBe('noor@aldertide.example, agent');
    expect((await app.stranger().post(path, form)).status).toBe(404);
  });

  it('asks someone who has an account for its password', async () => {
    const path = await linkIn(await invite('lien@clinique.example', 'viewer'));
    const wrong = await app.stranger().post(path, { password: 'not her password' });
    expect(wrong.status).toBe(422);
    expect((await app.stranger().post(path, { password })).status).toBe(303);
    const lien = await app.as(world.clinique.lien, world.alder.workspaceId);
    expect(await (await lien.get('/settings')).text()).toContain('Alder &amp; Tide');
  });

  it('no longer opens once withdrawn or made anew', async () => {
    const first = await linkIn(await invite('noor@aldertide.example', 'agent'));
    const second = await linkIn(await invite('noor@aldertide.example', 'agent'));
    expect((await app.stranger().get(first)).status).toBe(404);
    const page = parse(await (await maren.get('/settings/members')).text());
    await maren.delete(page('#invitations [hx-delete]').attr('hx-delete')!, { partial: true });
    expect((await app.stranger().get(second)).status).toBe(404);
  });

  it('is refused for a member, for a role beyond the inviter, and for what is no e-mail', async () => {
    expect((await invite('dana@aldertide.example', 'agent')).status).toBe(422);
    expect((await invite('not an e-mail', 'agent')).status).toBe(422);
    await maren.post(`/settings/members/${await seatOf(world.alder.sal)}`, { role: 'admin' });
    const sal = await app.as(world.alder.sal);
    const owner = await sal.post('/settings/members/invitations', {
      email: 'x@y.example',
      role: 'owner',
    });
    expect(owner.status).toBe(422);
  });
});

describe('a link for a new password', () => {
  it('renews it once and ends all sessions', async () => {
    const dana = await app.as(world.alder.dana);
    const answer = await maren.post(
      `/settings/members/${await seatOf(world.alder.dana)}/reset-link`,
      {},
      { partial: true },
    );
    const path = await linkIn(answer);
    expect((await app.stranger().post(path, { password: 'short' })).status).toBe(422);
    const renewed = 'another long sentence';
    expect(
      (await app.stranger().post(path, { password: renewed })).headers.get('location'),
    ).toContain('changed');
    expect((await dana.get('/settings')).status).toBe(303);
    const signedIn = await app
      .stranger()
      .post('/sign-in', { email: world.alder.dana.email, password: renewed });
    expect(signedIn.status).toBe(303);
    expect((await app.stranger().get(path)).status).toBe(404);
  });

  it('is not to be had for someone who also sits elsewhere', async () => {
    const { clinique, alder, database } = world;
    await database.transaction((em) =>
      addUser(em, { ...clinique.lien, workspaceId: alder.workspaceId }),
    );
    const seat = await seatOf(clinique.lien);
    const answer = await maren.post(`/settings/members/${seat}/reset-link`, {}, { partial: true });
    expect(answer.status).toBe(409);
  });
});

describe('the sign-in page of a sandbox', () => {
  it('shows the link for a new password to who forgot it', async () => {
    const answer = await app
      .stranger()
      .post('/forgotten-password', { email: 'dana@aldertide.example' });
    expect(parse(await answer.text())('a.primary').attr('href')).toMatch(/^\/reset\/[\w-]{43}$/);
  });

  it('shows none where a workspace is live', async () => {
    const em = world.database.fork();
    const id = v7();
    await run(
      em,
      sql`insert into workspace (id, name, mode, zone) values (${id}, 'Real', 'live', 'UTC')`,
    );
    await run(
      em,
      sql`insert into seat (workspace_id, user_id, role) values (${id}, ${world.alder.dana.id}, 'agent')`,
    );
    const answer = await app
      .stranger()
      .post('/forgotten-password', { email: 'dana@aldertide.example' });
    expect(await answer.text()).not.toContain('/reset/');
  });
});
