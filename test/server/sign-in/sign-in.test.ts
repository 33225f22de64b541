import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { run, sql } from '#db/sql.ts';
import { openApp, type TestApp } from '#test/support/app.ts';
import { parse } from '#test/support/html.ts';
import { openWorld, password, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let app: TestApp;
beforeAll(async () => {
  world = await openWorld();
  app = openApp(world);
});
afterAll(() => world.end());
beforeEach(() =>
  run(world.database.fork(), sql`delete from sign_in_attempt`).then(() => undefined),
);

const maren = 'maren@aldertide.example';

describe('signing in', () => {
  it('opens a session that lets a person in, and leads where they wanted to go', async () => {
    const answer = await app
      .stranger()
      .post('/sign-in', { email: maren, password, next: '/inbox?view=mine' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/inbox?view=mine');
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^throughline=[\w-]{43}; .*HttpOnly; SameSite=Lax$/);
    const page = await app
      .stranger()
      .get('/nowhere', { headers: { Cookie: cookie.split(';')[0]! } });
    expect(page.status).toBe(404);
  });

  it('takes the e-mail in any case', async () => {
    const answer = await app
      .stranger()
      .post('/sign-in', { email: ' Maren@AlderTide.example ', password });
    expect(answer.status).toBe(303);
  });

  it('ends the session that was open before, so that no token outlives its owner', async () => {
    const { cookie } = await app.as(world.alder.dana);
    await app
      .stranger()
      .post('/sign-in', { email: maren, password }, { headers: { Cookie: cookie } });
    const page = await app.stranger().get('/nowhere', { headers: { Cookie: cookie } });
    expect(page.headers.get('location')).toBe('/sign-in?next=%2Fnowhere');
  });

  it('tells the same of a wrong password and of an account that does not exist', async () => {
    const wrong = await app
      .stranger()
      .post('/sign-in', { email: maren, password: 'not it, sorry' });
    const unknown = await app
      .stranger()
      .post('/sign-in', { email: 'nobody@aldertide.example', password });
    const said = async (answer: Response) => parse(await answer.text())('.banner').text();
    expect([wrong.status, unknown.status]).toEqual([422, 422]);
    expect(await said(wrong)).toContain('do not belong together');
    expect(await said(unknown)).toContain('do not belong together');
  });

  it('never sends a password back', async () => {
    const answer = await app
      .stranger()
      .post('/sign-in', { email: maren, password: 'a wrong one indeed' });
    expect(await answer.text()).not.toContain('a wrong one indeed');
  });

  it('never leads to another site', async () => {
    for (const next of [
      'https://evil.example/',
      '//evil.example',
      String.raw`/\evil.example`,
      'inbox',
    ]) {
      const answer = await app.stranger().post('/sign-in', { email: maren, password, next });
      expect(answer.headers.get('location')).toBe('/');
    }
  });

  it('is refused when another site sends the form', async () => {
    const answer = await app.stranger().post(
      '/sign-in',
      { email: maren, password },
      {
        headers: { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' },
      },
    );
    expect(answer.status).toBe(403);
  });
});

describe('the limit of attempts', () => {
  it('holds off an account after five wrong passwords and says for how long', async () => {
    const attempt = (given: string) =>
      app.stranger().post('/sign-in', { email: maren, password: given });
    for (const _ of Array(5)) expect((await attempt('a wrong password')).status).toBe(422);
    const held = await attempt(password);
    expect(held.status).toBe(429);
    expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(800);
    expect(parse(await held.text())('.banner').text()).toMatch(
      /try again in 15 min|try again in 14 min/,
    );
  });

  it('forgets the wrong ones once the right one came', async () => {
    const attempt = (given: string) =>
      app.stranger().post('/sign-in', { email: maren, password: given });
    for (const _ of Array(4)) await attempt('a wrong password');
    expect((await attempt(password)).status).toBe(303);
    for (const _ of Array(4)) expect((await attempt('a wrong password')).status).toBe(422);
  });

  it('does not hold off other accounts of the same house', async () => {
    for (const _ of Array(6))
      await app.stranger().post('/sign-in', { email: maren, password: 'wrong again' });
    const dana = await app
      .stranger()
      .post('/sign-in', { email: 'dana@aldertide.example', password });
    expect(dana.status).toBe(303);
  });
});

describe('signing out', () => {
  it('ends the session on the server, not only in the browser', async () => {
    const dana = await app.as(world.alder.dana);
    const answer = await dana.post('/sign-out');
    expect(answer.headers.get('location')).toBe('/sign-in?after=out');
    expect((await dana.get('/nowhere')).headers.get('location')).toContain('/sign-in');
  });
});
