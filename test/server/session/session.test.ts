import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, sql } from '#db/sql.ts';
import { nextPage } from '#server/session/next-page.ts';
import { openApp, type TestApp } from '#test/support/app.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let app: TestApp;
beforeAll(async () => {
  world = await openWorld();
  app = openApp(world);
});
afterAll(() => world.end());

describe('who comes without a session', () => {
  it('is led to the sign-in page and back from there', async () => {
    const answer = await app.stranger().get('/settings?x=1');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/sign-in?next=%2Fsettings%3Fx%3D1');
  });

  it('is moved as a whole page where only a region was asked for', async () => {
    const answer = await app.stranger().get('/', { partial: true });
    expect([answer.status, answer.headers.get('hx-redirect')]).toEqual([401, '/sign-in']);
  });

  it('is not helped by a token that nobody gave', async () => {
    const headers = { Cookie: 'throughline=dGhpcyBpcyBub3QgYSB0b2tlbiBvZiBhbnlib2R5IGhlcmU' };
    const answer = await app.stranger().get('/', { headers });
    expect(answer.headers.get('location')).toContain('/sign-in');
    expect(answer.headers.get('set-cookie')).toMatch(/^throughline=; .*Max-Age=0/);
  });
});

describe('a seat', () => {
  it('costs one statement to find, on any page', async () => {
    const maren = await app.as(world.alder.maren);
    const answer = await maren.get('/settings');
    expect(answer.headers.get('server-timing')).toContain('"1 statements"');
  });

  it('once taken away ends the session: there is nowhere to be', async () => {
    const sal = await app.as(world.alder.sal);
    await run(world.database.fork(), sql`delete from seat where user_id = ${world.alder.sal.id}`);
    expect((await sal.get('/')).headers.get('location')).toContain('/sign-in');
  });
});

describe('the cookie', () => {
  it('binds to the host over HTTPS', async () => {
    const env = { ...app.deps.env, PUBLIC_URL: 'https://app.example' };
    const secured = openApp(world, { env });
    const answer = await secured
      .stranger()
      .post(
        '/sign-in',
        { email: world.alder.maren.email, password: 'storm windows before winter' },
        { headers: { Origin: 'https://app.example' } },
      );
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-throughline=[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });
});

describe('the page after signing in', () => {
  it('is one of ours or the first', () => {
    expect(nextPage('/inbox/1?x=2')).toBe('/inbox/1?x=2');
    for (const wanted of [
      undefined,
      '',
      'inbox',
      '//evil.example/inbox',
      '/.//evil.example',
      'https://evil.example',
      '/\\evil.example',
    ]) {
      expect(nextPage(wanted)).toBe('/');
    }
  });
});
