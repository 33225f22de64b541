import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import twilio from 'twilio';
import {
  ACCOUNT,
  basic,
  GEORGE,
  json,
  PROVIDER_CONFIRMS,
  RUTH,
  startSandbox,
  TOKEN,
  WE_CONFIRM,
} from '../running.ts';

type Page = { readonly messages: readonly { body: string }[]; readonly next_page_uri: string };

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

test('a message is accepted, walks to delivered and is then priced', async () => {
  const answer = await sandbox.create({ Body: 'a'.repeat(161) });
  const created = await json(answer);
  expect(answer.status).toBe(201);
  expect(created).toMatchObject({
    sid: expect.stringMatching(/^SM[0-9a-f]{32}$/),
    status: 'queued',
    num_segments: '2',
    price: null,
    date_sent: null,
    direction: 'outbound-api',
  });

  const walked = await vi.waitFor(async () => {
    const message = await json(sandbox.get(`/Messages/${created['sid']}.json`));
    expect(message['status']).toBe('delivered');
    return message;
  });
  expect(walked).toMatchObject({ price: '-0.01580', price_unit: 'USD', error_code: null });
  expect(Date.parse(walked['date_sent']!)).not.toBeNaN();
});

test('each state but the first is posted to the status callback, signed by the account', async () => {
  const path = '/webhooks/twilio/demo/status?send=1';
  const { sid } = await json(
    sandbox.create({ StatusCallback: `${sandbox.receiver.url}${path}#rc=1`, To: GEORGE }),
  );
  const posted = await vi.waitFor(() => {
    const mine = sandbox.receiver.posted.filter((one) => one.form['MessageSid'] === sid);
    expect(mine).toHaveLength(3);
    return mine;
  });
  const told = posted.map((one) => one.form['MessageStatus']);
  expect(new Set(told)).toEqual(new Set(['sending', 'sent', 'delivered']));
  for (const { headers, form, path: called } of posted) {
    expect(called).toBe(path);
    const signature = String(headers['x-twilio-signature']);
    const url = sandbox.receiver.url + path;
    expect(twilio.validateRequest(TOKEN, signature, url, form)).toBe(true);
    expect(headers['i-twilio-idempotency-token']).toBeTruthy();
    expect(form).toMatchObject({ AccountSid: ACCOUNT, From: PROVIDER_CONFIRMS, To: GEORGE });
  }
  expect(
    posted.find((one) => one.form['MessageStatus'] === 'delivered')?.form['RawDlrDoneDate'],
  ).toMatch(/^\d{10}$/);
});

test.each([
  ['no recipient', { To: '' }, 21604],
  ['a recipient that is no number', { To: '5550118' }, 21211],
  ['a sender that is not the account’s', { From: '+16035550199' }, 21606],
  ['no sender', { From: '' }, 21603],
  ['an empty text', { Body: '' }, 21602],
  ['a text above 1,600 characters', { Body: 'x'.repeat(1601) }, 21617],
  ['a callback that is no address', { StatusCallback: 'nowhere' }, 21609],
  ['the magic number of a landline', { To: '+15005550009' }, 21614],
])('%s is refused in Twilio’s words', async (_, fields, code) => {
  const answer = await sandbox.create(fields);
  const body = await json(answer);
  expect(answer.status).toBe(400);
  expect(body).toEqual({
    code,
    status: 400,
    message: expect.any(String),
    more_info: `https://www.twilio.com/docs/errors/${code}`,
  });
});

test('wrong credentials and unknown accounts get 20003, unknown messages 20404', async () => {
  const unknown = 'AC000000000000000000000000000000ff';
  const withToken = (token: string, sid = ACCOUNT) =>
    fetch(`${sandbox.url}/2010-04-01/Accounts/${sid}.json`, {
      headers: { Authorization: basic(sid, token) },
    });
  expect((await withToken(TOKEN)).status).toBe(200);
  const wrong = await withToken('wrong');
  expect([wrong.status, (await json(wrong))['code']]).toEqual([401, 20003]);
  expect((await withToken(TOKEN, unknown)).status).toBe(401);
  const missing = await sandbox.get('/Messages/SM00000000000000000000000000000000.json');
  expect([missing.status, (await json(missing))['code']]).toEqual([404, 20404]);
});

test('another Twilio host under the same path is not mistaken for this one', async () => {
  const asHost = (host: string) =>
    fetch(`${sandbox.api}.json`, {
      headers: { Authorization: basic(ACCOUNT, TOKEN), 'X-Sim-Host': host },
    });
  expect((await asHost('api.twilio.com')).status).toBe(200);
  expect((await asHost('content.twilio.com')).status).toBe(404);
});

test('the list is newest first, filtered, and paged to its end', async () => {
  const to = '+14015550190';
  for (const Body of ['one', 'two', 'three']) await sandbox.create({ To: to, Body });
  await sandbox.create({ To: to, Body: 'other', From: WE_CONFIRM });
  const today = new Date().toISOString().slice(0, 10);
  const query = new URLSearchParams({
    To: to,
    From: PROVIDER_CONFIRMS,
    DateSent: today,
    PageSize: '2',
  });
  const first = await json<Page>(sandbox.get(`/Messages.json?${query}`));
  const second = await json<Page>(
    fetch(sandbox.url + first.next_page_uri, {
      headers: { Authorization: basic(ACCOUNT, TOKEN) },
    }),
  );
  const bodies = (page: Page) => page.messages.map((one) => one.body);
  expect([bodies(first), bodies(second)]).toEqual([['three', 'two'], ['one']]);
  expect(first).toMatchObject({ page: 0, page_size: 2, start: 0, end: 1 });
  expect(second).toMatchObject({ page: 1, start: 2, end: 2, next_page_uri: null });

  const long = new URLSearchParams({ To: to, 'DateSent<': '2008-01-02' });
  expect(bodies(await json<Page>(sandbox.get(`/Messages.json?${long}`)))).toEqual([]);
});

test('the real client of twilio sends, fetches and lists through a swapped origin', async () => {
  const base = new twilio.RequestClient();
  const httpClient = {
    request: (options: Parameters<typeof base.request>[0]) =>
      base.request({ ...options, uri: options.uri.replace('https://api.twilio.com', sandbox.url) }),
  } as unknown as twilio.RequestClient;
  const real = twilio(ACCOUNT, TOKEN, { httpClient });
  const sent = await real.messages.create({ to: RUTH, from: WE_CONFIRM, body: 'Hello' });
  expect(sent.status).toBe('queued');
  const since = new Date(Date.now() - 60_000);
  const listed = await real.messages.list({ to: RUTH, from: WE_CONFIRM, dateSentAfter: since });
  expect(listed.map((one) => one.sid)).toContain(sent.sid);
  await expect(
    real.messages.create({ to: '+1', from: WE_CONFIRM, body: 'x' }),
  ).rejects.toMatchObject({
    status: 400,
    code: 21211,
  });
});
