import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { firstRow, run, sql } from '#db/sql.ts';
import { inviteFirstOwner } from '#server/setup/invite-first-owner.ts';
import { openApp, type TestApp } from '#test/support/app.ts';
import { expectValidHtml, parse } from '#test/support/html.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let app: TestApp;
let folder: string;

beforeEach(async () => {
  await world?.end();
  world = await openWorld();
  app = openApp(world);
  folder = await mkdtemp(join(tmpdir(), 'throughline-setup-'));
});
afterAll(async () => {
  await world.end();
  await rm(folder, { recursive: true, force: true });
});

const emptied = () => run(world.database.fork(), sql`truncate workspace, app_user cascade`);
const started = async () => {
  const { deps } = app;
  await inviteFirstOwner({
    ...deps,
    env: { ...deps.env, DATA_DIR: folder },
    log: pino({ level: 'silent' }),
  });
  const file = await readFile(join(folder, 'sign-in.json'), 'utf8').catch(() => undefined);
  return file && (JSON.parse(file) as { link: string }).link;
};
const form = (code: string) => ({
  code,
  workspace: 'Harbor Roofing',
  zone: 'America/New_York',
  mode: 'sandbox',
  name: 'Ola Berg',
  email: 'Ola@harbor.example',
  password: 'shingles and flashing',
});

describe('an installation without an account', () => {
  it('leaves word of a link that makes its reader the first owner, once', async () => {
    await emptied();
    const link = new URL((await started())!);
    const html = await (await app.stranger().get(link.pathname + link.search)).text();
    await expectValidHtml(html);
    const code = String(parse(html)('[name=code]').val());
    const made = await app.stranger().post('/setup', form(code));
    expect(made.headers.get('location')).toBe('/');
    const cookie = made.headers.get('set-cookie')!.split(';')[0]!;
    const today = await app.stranger().get('/', { headers: { Cookie: cookie } });
    expect(parse(await today.text())('h1').text()).toBe('Harbor Roofing is ready');
    const again = await app.stranger().post('/setup', form(code));
    expect(again.headers.get('location')).toBe('/sign-in');
  });

  it('takes no other code, and no older one', async () => {
    await emptied();
    const older = new URL((await started())!).searchParams.get('code')!;
    await started();
    for (const code of ['a guess', older]) {
      const answer = await app.stranger().post('/setup', form(code));
      expect(answer.status).toBe(422);
      expect(parse(await answer.text())('#f-code-error').text()).toContain('does not open');
    }
  });

  it('is live where there is no sandbox to send to', async () => {
    await emptied();
    const code = new URL((await started())!).searchParams.get('code')!;
    const { SANDBOX_URL: _, ...env } = app.deps.env;
    await openApp(world, { env }).stranger().post('/setup', form(code));
    const made = await firstRow<{ mode: string }>(
      world.database.fork(),
      sql`select mode from workspace`,
    );
    expect(made?.mode).toBe('live');
  });
});

describe('an installation with accounts', () => {
  it('prints no link and shows no page for a first owner', async () => {
    expect(await started()).toBeUndefined();
    expect((await app.stranger().get('/setup')).headers.get('location')).toBe('/sign-in');
  });
});
