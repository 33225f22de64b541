import { afterAll, beforeAll, expect, test } from 'vitest';
import { encryptCredentials } from '#db/credentials.ts';
import { firstRow, run, sql } from '#db/sql.ts';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { openApp, origin, type TestApp, type Visitor } from '#test/support/app.ts';
import { expectValidHtml, parse } from '#test/support/html.ts';
import { appSecret, openWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let app: TestApp;
let maren: Visitor;

beforeAll(async () => {
  world = await openWorld();
  app = openApp(world);
  maren = await app.as(world.alder.maren);
});
afterAll(() => world.end());

const page = async () => (await maren.get('/settings/events')).text();

/** A webhook for the demo account, signed with some token. */
async function call(fields: Record<string, string>, token: string) {
  const path = `/webhooks/twilio/${world.alder.accountKey}/messages`;
  return app.app.request(origin + path, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'X-Twilio-Signature': getExpectedTwilioSignature(token, origin + path, fields),
    },
    body: new URLSearchParams(fields).toString(),
  });
}

const message = async (change: Record<string, string> = {}) => {
  const account = await firstRow<{ sid: string }>(
    world.database.fork(),
    sql`select external_id as sid from provider_account where id = ${world.alder.accountId}`,
  );
  return {
    MessageSid: `SM${crypto.randomUUID()}`,
    AccountSid: account?.sid ?? '',
    From: '+16035550188',
    To: world.alder.senders[0]?.value ?? '',
    Body: 'Are you there?',
    ...change,
  };
};

const keepToken = (token: string) =>
  run(
    world.database.fork(),
    sql`update provider_account set credentials = ${encryptCredentials(appSecret, world.alder.accountId, { authToken: token })}
    where id = ${world.alder.accountId}`,
  );

test('an empty page says that nothing lies there', async () => {
  const html = await page();
  expect(html).toContain('No dead letters.');
  await expectValidHtml(html);
});

test('a dead letter shows its reason, and is in line again after a replay', async () => {
  await keepToken('right');
  await call(await message({ From: 'SOMEONE' }), 'right');
  const shown = parse(await page());
  expect(shown('#dead').text()).toContain('no telephone number');
  const action = shown('#dead form').attr('action') ?? '';
  const answer = await maren.post(action, {}, { partial: true });
  expect(await answer.text()).toContain('Replayed');
  expect(parse(await page())('#dead form')).toHaveLength(0);
  expect((await maren.post(action, {}, { partial: true })).status).toBe(404);
});

test('what nobody has signed stays out until the token is right', async () => {
  await keepToken('old');
  expect((await call(await message(), 'new')).status).toBe(403);
  const shown = parse(await page());
  expect(shown('#quarantined').text()).toContain('Are you there?');
  const action = shown('#quarantined form').attr('action') ?? '';
  expect(await (await maren.post(action, {}, { partial: true })).text()).toContain(
    'still does not',
  );
  await keepToken('new');
  expect(await (await maren.post(action, {}, { partial: true })).text()).toContain('fits now');
  const taken = await firstRow(
    world.database.fork(),
    sql`select state from provider_event where order_key = '+16035550188'`,
  );
  expect(taken).toEqual({ state: 'new' });
});

test('only who manages the workspace sees what strangers sent', async () => {
  const dana = await app.as(world.alder.dana);
  expect((await dana.get('/settings/events')).status).toBe(403);
});

test('nobody replays for another workspace', async () => {
  await keepToken('right');
  await call(await message({ From: 'SOMEONE', Body: 'else' }), 'right');
  const action = parse(await page())('#dead form').attr('action') ?? '';
  const lien = await app.as(world.clinique.lien);
  expect((await lien.post(action, {}, { partial: true })).status).toBe(404);
});
