import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  legacySignature,
  standardSignature,
} from '../../../sandbox/openphone/webhooks/signatures.ts';
import { json, type Posted, RUTH } from '../running.ts';
import { type Row, SIGNING_KEY, startQuo, WEBHOOK } from './quo.ts';
import { toldTo, waitForTypes } from './told.ts';

let sandbox: Awaited<ReturnType<typeof startQuo>>;
let numbers: readonly Row[];
beforeEach(async () => {
  sandbox = await startQuo({ size: 0 });
  numbers = (await sandbox.quo.list('/phone-numbers')).data;
});
afterEach(() => sandbox.close());

const posted = () => sandbox.receiver.posted;
const write = (to = numbers[0]!.id, body = 'Hello') =>
  sandbox.quo.control('/messages', 'POST', { from: RUTH, to, body });
const url = () => `${sandbox.receiver.url}/hook`;

function legacyOf({ headers, raw }: Posted, key: string): boolean {
  const header = String(headers['openphone-signature']);
  return header === legacySignature(key, Number(header.split(';')[2]), raw);
}

function standardOf({ headers, raw }: Posted, secret: string): boolean {
  const [id, seconds] = [String(headers['webhook-id']), Number(headers['webhook-timestamp'])];
  return headers['webhook-signature'] === standardSignature(secret, { id, seconds, body: raw });
}

test('a webhook made by API brings a key that signs what it is told', async () => {
  const answer = await sandbox.quo.send('/webhooks/messages', 'POST', {
    url: url(),
    events: ['message.received'],
    label: 'ours',
  });
  const { data } = await json<{ data: Row }>(answer);
  expect([answer.status, data['label'], data['orgId']]).toEqual([
    201,
    'ours',
    expect.stringMatching(/^OR/),
  ]);
  expect((await sandbox.quo.list('/webhooks')).data).toEqual([data]);
  expect(await sandbox.quo.one(`/webhooks/${data.id}`)).toEqual(data);
  await write();
  const [told] = await waitForTypes(posted(), 'v1', ['message.received']);
  expect(legacyOf(told!.posted, String(data['key']))).toBe(true);
  expect((await sandbox.quo.send(`/webhooks/${data.id}`, 'DELETE')).status).toBe(204);
  await write();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(posted()).toHaveLength(1);
});

test('a webhook hears of its own numbers and its own kind alone', async () => {
  const make = (kind: string, body: object) =>
    sandbox.quo.send(`/webhooks/${kind}`, 'POST', { url: url(), ...body });
  const only = { events: ['message.received'], resourceIds: [numbers[1]!.id] };
  await make('messages', only);
  await make('calls', { events: ['call.ringing'] });
  await make('messages', { events: ['message.received'], status: 'disabled' });
  expect((await make('messages', { events: ['call.ringing'] })).status).toBe(400);
  await write(numbers[0]!.id, 'not heard');
  await write(numbers[1]!.id, 'heard');
  const [told] = await waitForTypes(posted(), 'v1', ['message.received']);
  expect(told!.data.object).toMatchObject({ text: 'heard' });
});

test('webhooks of either family can be made without the API, which does not see them', async () => {
  const make = (family: string) =>
    json<{ key: string }>(sandbox.quo.control('/webhooks', 'POST', { family, url: '/hooks' }));
  const [legacy, dated] = [await make('v1'), await make('dated')];
  expect((await sandbox.quo.list('/webhooks')).data).toEqual([]);
  await write();
  const [first] = await waitForTypes(posted(), 'v1', ['message.received']);
  const [second] = await waitForTypes(posted(), 'dated', ['message.received']);
  expect([first!.posted.path, legacyOf(first!.posted, legacy.key)]).toEqual(['/hooks', true]);
  expect(standardOf(second!.posted, dated.key)).toBe(true);
});

test('what fails comes again, signed anew, under the same ids', async () => {
  await sandbox.quo.control('/webhooks', 'POST', { family: 'dated', url: '/hooks' });
  sandbox.receiver.state.answer = () => (posted().length < 3 ? 500 : 200);
  await write();
  await vi.waitFor(() => expect(posted()).toHaveLength(3), { timeout: 5000 });
  expect(new Set(posted().map((one) => one.headers['webhook-id'])).size).toBe(1);
  expect(new Set(posted().map((one) => one.raw)).size).toBe(1);
});

test('faults lose, repeat, delay, unsign and empty', async () => {
  await sandbox.quo.control('/webhooks', 'POST', { family: 'v1', url: '/lost' });
  await sandbox.faults({ loseCallbacks: 1 });
  await write();
  await sandbox.faults({ duplicateCallbacks: 1, callbackDelayMs: 1_500 });
  const before = Date.now();
  await write();
  await waitForTypes(posted(), 'v1', ['message.received', 'message.received']);
  expect(Date.now() - before).toBeGreaterThanOrEqual(1_450);
  expect(new Set(toldTo(posted(), 'v1').map((one) => one.id)).size).toBe(1);
  await sandbox.faults({ emptyParticipants: 1 });
  const missed = { from: RUTH, to: numbers[0]!.id, outcome: 'missed' };
  await sandbox.quo.control('/calls', 'POST', missed);
  await vi.waitFor(() => expect(posted()).toHaveLength(4));
  expect(toldTo(posted(), 'v1')[3]!.data.object).toMatchObject({ participants: [] });
});

test('a bad signature is well formed and does not fit the key', async () => {
  const make = (family: string) =>
    json<{ key: string }>(sandbox.quo.control('/webhooks', 'POST', { family, url: '/hooks' }));
  const keys = [await make('v1'), await make('dated')] as const;
  await sandbox.faults({ badSignatures: 1 });
  await write();
  const [legacy] = await waitForTypes(posted(), 'v1', ['message.received']);
  const [dated] = await waitForTypes(posted(), 'dated', ['message.received']);
  expect(legacy!.posted.headers['openphone-signature']).toMatch(/^hmac;1;\d{13};[\w+/]{43}=$/);
  expect(dated!.posted.headers['webhook-signature']).toMatch(/^v1,[\w+/]{43}=$/);
  expect(legacyOf(legacy!.posted, keys[0].key)).toBe(false);
  expect(standardOf(dated!.posted, keys[1].key)).toBe(false);
});

test('an account brings its own webhooks along', async () => {
  const other = await startQuo({ size: 0, webhook: { ...WEBHOOK, datedSecret: undefined } });
  const { data } = await other.quo.list('/phone-numbers');
  await other.quo.control('/messages', 'POST', { from: RUTH, to: data[0]!.id, body: 'Hello' });
  const [told] = await waitForTypes(other.receiver.posted, 'v1', ['message.received']);
  expect(legacyOf(told!.posted, SIGNING_KEY)).toBe(true);
  expect(toldTo(other.receiver.posted, 'dated')).toEqual([]);
  await other.close();
});
