import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { encryptCredentials } from '#db/credentials.ts';
import { firstRow, rows, run, sql } from '#db/sql.ts';
import { webhookRoutes } from '#server/webhooks/webhooks.ts';
import { isSigned } from '#server/webhooks/twilio/signature.ts';
import { addPerson, appSecret, openOffice, type Office } from '#test/db/events/office.ts';
import { authToken, post, publicUrl, status, text } from './post.ts';

let office: Office;
let app: ReturnType<typeof webhookRoutes>;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
beforeEach(() => {
  const env = { PUBLIC_URL: publicUrl, APP_SECRET: appSecret };
  app = webhookRoutes({ database: office.database, env, log: pino({ level: 'silent' }) });
});

const events = (sid: string) =>
  rows<{ state: string; reason: string | null; keyword: string | null; headers: object }>(
    office.database.fork(),
    sql`select state, reason, keyword, headers, query from provider_event where body like ${`%${sid}%`}`,
  );

const blocked = async (number: string) =>
  (
    await firstRow<{ blocked: string[] }>(
      office.database.fork(),
      sql`select blocked from address where value = ${number}`,
    )
  )?.blocked;

test("the signature of the provider's own example is accepted, and not for another address", () => {
  const request = {
    url: 'https://mycompany.com/myapp.php?foo=1&bar=2',
    signature: 'RSOYDt4T1cUTdK1PDd93/VVr8B8=',
    body: 'CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212',
  };
  expect(isSigned('12345', request)).toBe(true);
  expect(isSigned('12345', { ...request, url: 'https://mycompany.com/myapp.php' })).toBe(false);
  expect(isSigned('12346', request)).toBe(false);
});

describe('a signed message', () => {
  test('is stored before it is answered with empty TwiML', async () => {
    const fields = text('Is Thursday still open?');
    const answer = await post(app, { fields });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/xml');
    expect(await answer.text()).toContain('<Response/>');
    expect(await events(fields.MessageSid)).toMatchObject([{ state: 'new', keyword: null }]);
  });

  test('that comes twice at once is stored once, and both times acknowledged', async () => {
    const fields = text('Twice');
    const answers = await Promise.all([1, 2, 3, 4].map(() => post(app, { fields })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await events(fields.MessageSid)).toHaveLength(1);
  });

  test.each([
    [{ From: 'ALDERTIDE' }, 'from-not-a-number'],
    [{ To: '' }, 'to-not-a-number'],
    [{ AccountSid: 'AC9' }, 'other-account'],
    [{ MessageSid: '' }, 'no-message-id'],
  ])('that cannot be understood (%o) is a dead letter and acknowledged', async (change, reason) => {
    const fields = text(`odd ${reason}`, change);
    expect((await post(app, { fields })).status).toBe(200);
    const found = await rows(
      office.database.fork(),
      sql`select state, reason from provider_event where reason = ${reason}`,
    );
    expect(found).toEqual([{ state: 'dead', reason }]);
  });

  test('of more than 64 kB is refused', async () => {
    const answer = await post(app, { fields: text('x'.repeat(70_000)) });
    expect(answer.status).toBe(413);
  });
});

describe('STOP', () => {
  test('is in force when the webhook is answered: texts and calls, not e-mail', async () => {
    await addPerson(office, '+16035550160');
    const fields = text(' Stop! ', { From: '+16035550160' });
    expect((await post(app, { fields })).status).toBe(200);
    expect(await blocked('+16035550160')).toEqual(['call', 'sms', 'whatsapp']);
    expect(await events(fields.MessageSid)).toMatchObject([{ keyword: 'stop', state: 'new' }]);
  });

  test('of a number that nobody knows is kept for it', async () => {
    await post(app, { fields: text('STOPALL', { From: '+16035550161' }) });
    expect(await blocked('+16035550161')).toContain('sms');
  });

  test('that comes twice is recorded once', async () => {
    const fields = text('STOP', { From: '+16035550162' });
    await Promise.all([post(app, { fields }), post(app, { fields })]);
    const found = await rows(
      office.database.fork(),
      sql`select channel from suppression s join address a on a.id = s.address_id where a.value = '+16035550162'`,
    );
    expect(found).toHaveLength(3);
  });

  test('is taken from the provider where it says so, whatever the words are', async () => {
    await post(app, { fields: text('no mas', { From: '+16035550163', OptOutType: 'STOP' }) });
    expect(await blocked('+16035550163')).toContain('sms');
  });

  test('inside a sentence is no keyword', async () => {
    await post(app, { fields: text('stop by tomorrow at 5', { From: '+16035550164' }) });
    expect(await blocked('+16035550164')).toBeUndefined();
  });
});

describe('a status callback', () => {
  test('is stored with the query of its address, which carries our send', async () => {
    const path = '/webhooks/twilio/demo/status?send=0199a000-0000-7000-8000-000000000001';
    const answer = await post(app, { path, fields: status('SMquery', 'sent') });
    expect(answer.status).toBe(204);
    expect(await events('SMquery')).toMatchObject([
      { query: '?send=0199a000-0000-7000-8000-000000000001' },
    ]);
  });

  test('of each state is an event of its own', async () => {
    const path = '/webhooks/twilio/demo/status';
    for (const state of ['sent', 'delivered', 'sent']) {
      await post(app, { path, fields: status('SMstates', state) });
    }
    expect(await events('SMstates')).toHaveLength(2);
  });
});

describe('a wrong signature', () => {
  const quarantined = () =>
    firstRow<{ count: number; reason: string }>(
      office.database.fork(),
      sql`select count(*) as count, max(reason) as reason from quarantined_event`,
    );

  test('is refused, kept apart, and processed never', async () => {
    const fields = text('STOP', { From: '+16035550165' });
    expect((await post(app, { fields, token: 'another' })).status).toBe(403);
    expect(await quarantined()).toEqual({ count: 1, reason: 'signature' });
    expect(await events(fields.MessageSid)).toEqual([]);
    expect(await blocked('+16035550165')).toBeUndefined();
  });

  test('fills the quarantine with no more than the last thousand', async () => {
    await run(
      office.database.fork(),
      sql`insert into quarantined_event (workspace_id, provider_account_id, provider, kind, url, body, reason)
      select ${office.workspaceId}::uuid, ${office.accountId}::uuid, 'twilio', 'message', '', '', 'signature' from generate_series(1, 1500)`,
    );
    await post(app, { fields: text('x'), token: 'another' });
    expect((await quarantined())?.count).toBe(1000);
  });

  test('fits again as soon as the rotated token is known', async () => {
    await post(app, { fields: text('before') });
    await keepToken('rotated');
    expect((await post(app, { fields: text('after'), token: 'rotated' })).status).toBe(200);
    await keepToken(authToken);
  });

  const keepToken = (token: string) => {
    const sealed = encryptCredentials(appSecret, office.accountId, { authToken: token });
    return run(
      office.database.fork(),
      sql`update provider_account set credentials = ${sealed} where id = ${office.accountId}`,
    );
  };
});

test('an account that nobody knows has no webhooks', async () => {
  const path = '/webhooks/twilio/nobody/messages';
  expect((await post(app, { path, fields: text('hello') })).status).toBe(404);
});

test('while the database is down nothing is acknowledged, so that the provider comes again', async () => {
  const down = () => Promise.reject(new Error('down'));
  const broken = { ...office.database, transaction: down, statement: down };
  const env = { PUBLIC_URL: publicUrl, APP_SECRET: appSecret };
  app = webhookRoutes({ database: broken, env, log: pino({ level: 'silent' }) });
  expect((await post(app, { fields: text('hello') })).status).toBe(503);
});
