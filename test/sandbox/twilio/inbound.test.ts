import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import twilio from 'twilio';
import { ACCOUNT, GEORGE, json, PROVIDER_CONFIRMS, RUTH, startSandbox, TOKEN } from '../running.ts';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

async function webhookFrom(phone: string) {
  return vi.waitFor(() => {
    const found = sandbox.receiver.posted.find((one) => one.form['From'] === phone);
    expect(found).toBeDefined();
    return found!;
  });
}

test('what a person writes reaches the app signed and whole', async () => {
  const answer = await sandbox.write(RUTH, { to: PROVIDER_CONFIRMS, body: 'Thursday, 9:30? é' });
  expect(answer.status).toBe(201);
  const { form, headers, path } = await webhookFrom(RUTH);
  const url = sandbox.receiver.url + path;
  expect(path).toBe('/webhooks/twilio/demo/messages');
  expect(twilio.validateRequest(TOKEN, String(headers['x-twilio-signature']), url, form)).toBe(
    true,
  );
  const { sid } = await json(answer);
  expect(form).toMatchObject({
    MessageSid: sid,
    SmsSid: sid,
    SmsMessageSid: sid,
    AccountSid: ACCOUNT,
    To: PROVIDER_CONFIRMS,
    Body: 'Thursday, 9:30? é',
    NumMedia: '0',
    NumSegments: '1',
    SmsStatus: 'received',
    ApiVersion: '2010-04-01',
    FromCountry: 'US',
  });
});

test('a picture lies behind the account’s credentials at Twilio’s own address', async () => {
  await sandbox.write(GEORGE, { to: PROVIDER_CONFIRMS, media: 'picture' });
  const { form } = await webhookFrom(GEORGE);
  expect(form).toMatchObject({ NumMedia: '1', MediaContentType0: 'image/png', Body: '' });
  const path = form['MediaUrl0']!.replace(
    `https://api.twilio.com/2010-04-01/Accounts/${ACCOUNT}`,
    '',
  );
  const picture = await sandbox.get(path);
  const bytes = Buffer.from(await picture.arrayBuffer());
  expect(picture.headers.get('content-type')).toBe('image/png');
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect((await fetch(sandbox.api + path)).status).toBe(401);
  const list = await json<{ media_list: { sid: string }[] }>(
    sandbox.get(`/Messages/${form['MessageSid']}/Media.json`),
  );
  expect(list.media_list.map((one) => one.sid)).toEqual([path.slice(-34)]);
});

test('a phone answers the number that wrote to it last', async () => {
  const phone = '+14015550133';
  await sandbox.create({ To: phone });
  await vi.waitFor(async () => expect(await sandbox.phone(phone)).toHaveLength(1));
  await sandbox.write(phone, { body: 'Yes' });
  expect((await webhookFrom(phone)).form['To']).toBe(PROVIDER_CONFIRMS);
});

test.each([
  ['a phone that nobody wrote to', '+14015550134', { body: 'Hi' }],
  ['an unknown number', '+14015550134', { body: 'Hi', to: '+19995550100' }],
  ['nothing at all', '+14015550134', { body: ' ', to: PROVIDER_CONFIRMS }],
  ['a phone that is no number', 'ruth', { body: 'Hi', to: PROVIDER_CONFIRMS }],
  ['a body that is no JSON object', '+14015550134', 'Hi'],
])('%s is refused with a sentence', async (_, phone, says) => {
  const answer = await sandbox.write(phone, says as object);
  expect(answer.status).toBe(422);
  expect((await json(answer))['error']).toMatch(/\w{3,}/);
});
