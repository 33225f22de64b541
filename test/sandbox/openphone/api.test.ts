import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { json } from '../running.ts';
import { ACCOUNT, activityOf, KEY, type Listed, type Row, startQuo } from './quo.ts';

let sandbox: Awaited<ReturnType<typeof startQuo>>;
let quo: (typeof sandbox)['quo'];
let long: Row;
beforeAll(async () => {
  sandbox = await startQuo();
  ({ quo } = sandbox);
  for (const one of await quo.all('/conversations?maxResults=100')) {
    if ((await quo.all(activityOf(one, 'messages'))).length > 100) long = one;
  }
});
afterEach(() =>
  quo.settings({
    ...ACCOUNT.settings,
    errorShape: 'flat',
    pageTokenSeconds: 3600,
    totalItems: 'wrong',
    looseNumbers: false,
  }),
);
afterAll(() => sandbox.close());

const PAGE = '/conversations?maxResults=15';

test('the key stands alone in the header; a scheme before it is refused', async () => {
  const asked = (authorization: string) =>
    fetch(`${sandbox.url}/v1/phone-numbers`, { headers: { Authorization: authorization } });
  expect((await asked(KEY)).status).toBe(200);
  for (const wrong of [`Bearer ${KEY}`, 'nobody', ''])
    expect((await asked(wrong)).status).toBe(401);
});

test('errors come in two shapes, as told', async () => {
  const flat = await json<object>(quo.get('/users/USnobody'));
  expect(flat).toMatchObject({ code: '1100404', status: 404, title: 'Not Found' });
  await quo.settings({ errorShape: 'wrapped' });
  const wrapped = await json<object>(quo.get('/users/USnobody'));
  expect(wrapped).toEqual({
    error: { message: 'Not Found', key: '1100404', trace: expect.stringMatching(/^[\da-f]{32}$/) },
  });
});

test('pages follow one another without a gap, and the last one says so', async () => {
  const [first, whole] = [await quo.list(PAGE), await quo.all(PAGE)];
  expect([first.data.length, whole.length]).toEqual([15, 40]);
  expect(new Set(whole.map((one) => one.id)).size).toBe(40);
  expect((await quo.list('/conversations?maxResults=40')).nextPageToken).toBeNull();
  const messages = await quo.all(activityOf(long, 'messages', 7));
  expect(messages).toEqual(await quo.all(activityOf(long, 'messages', 100)));
});

test('the total is wrong until it is told to be right', async () => {
  expect((await quo.list(PAGE)).totalItems).not.toBe(40);
  await quo.settings({ totalItems: 'right' });
  expect((await quo.list(PAGE)).totalItems).toBe(40);
});

test('a page token ends with its time, and holds for its own query alone', async () => {
  const { nextPageToken } = await quo.list(PAGE);
  const next = (path: string) => quo.get(`${path}&pageToken=${encodeURIComponent(nextPageToken!)}`);
  expect((await next(PAGE)).status).toBe(200);
  expect((await next(`${PAGE}&excludeInactive=true`)).status).toBe(400);
  expect((await quo.get(`${PAGE}&pageToken=invented`)).status).toBe(400);
  await quo.settings({ pageTokenSeconds: 0.001 });
  const late = await next(PAGE);
  expect([late.status, (await json(late))['message']]).toEqual([400, 'The pageToken has expired']);
});

test.each([
  '/conversations',
  '/conversations?maxResults=101',
  '/users?maxResults=51',
  '/messages?maxResults=10&participants=%2B12025550100',
  '/messages?maxResults=10&phoneNumberId=PN1',
  '/messages?maxResults=10&phoneNumberId=PN1&participants=+12025550100',
  '/calls?maxResults=10&phoneNumberId=PN1&participants=%2B12025550100&participants=%2B12025550101',
  '/conversations?maxResults=10&createdAfter=yesterday',
])('%s is refused with 400 that names the field', async (path) => {
  const answer = await quo.get(path);
  expect(answer.status).toBe(400);
  expect((await json<{ errors: { path: string }[] }>(answer)).errors[0]?.path).toMatch(/^\/\w+/);
});

test('messages are found whatever the order of the participants, and none for strangers', async () => {
  const group = (await quo.all(PAGE)).find((one) => (one['participants'] as string[]).length > 2)!;
  const turned = { ...group, participants: (group['participants'] as string[]).toReversed() };
  expect(await quo.all(activityOf(turned, 'messages'))).toEqual(
    await quo.all(activityOf(group, 'messages')),
  );
  const strangers = { ...group, participants: ['+12025550177'] };
  expect((await quo.list(activityOf(strangers, 'messages'))).data).toEqual([]);
});

test('conversations are filtered by number, user and instants, both ends outside', async () => {
  const all = await quo.all(PAGE);
  const number = all[0]!['phoneNumberId'];
  const numbers = (await quo.list('/phone-numbers')).data;
  const { number: written } = numbers.find((one) => one.id === number)!;
  const ours = all.filter((one) => one['phoneNumberId'] === number);
  const two = await quo.all(
    `${PAGE}&phoneNumbers=${String(number)}&phoneNumbers=${numbers[3]!.id}`,
  );
  expect(await quo.all(`${PAGE}&phoneNumbers=${encodeURIComponent(String(written))}`)).toEqual(
    ours,
  );
  expect(two.length).toBe(
    all.filter((one) => [number, numbers[3]!.id].includes(one['phoneNumberId'])).length,
  );
  const middle = String(all[20]!['updatedAt']);
  const before = await quo.all(`${PAGE}&updatedBefore=${middle}`);
  const after = await quo.all(`${PAGE}&updatedAfter=${middle}`);
  expect([before, after]).toEqual([all.slice(21), all.slice(0, 20)]);
});

test('messages are filtered by instants, and `since` acts as a limit above', async () => {
  const path = activityOf(long, 'messages');
  const all = await quo.all(path);
  const middle = String(all[60]!['createdAt']);
  const at = (one: Row) => String(one['createdAt']);
  const older = all.filter((one) => at(one) < middle);
  expect(await quo.all(`${path}&createdAfter=${middle}`)).toEqual(
    all.filter((one) => at(one) > middle),
  );
  expect(await quo.all(`${path}&createdBefore=${middle}`)).toEqual(older);
  expect(await quo.all(`${path}&since=${middle}`)).toEqual(older);
});

test('some participants are written by hand where told, and are found as they are written', async () => {
  await quo.settings({ looseNumbers: true });
  const written = (await quo.all(PAGE)).filter((one) =>
    (one['participants'] as string[]).some((number) => !/^\+\d+$/.test(number)),
  );
  expect(written.length).toBeGreaterThan(0);
  const found = await Promise.all(written.map((one) => quo.list(activityOf(one, 'messages'))));
  expect(found.flatMap((page: Listed) => page.data).length).toBeGreaterThan(0);
});

test('what disappears is in no list and at no address until it appears again', async () => {
  const [message] = await quo.all(activityOf(long, 'messages'));
  await quo.control(`/objects/${message!.id}`, 'DELETE');
  expect((await quo.get(`/messages/${message!.id}`)).status).toBe(404);
  expect((await quo.list(activityOf(long, 'messages'))).data[0]!.id).not.toBe(message!.id);
  await quo.control(`/objects/${message!.id}`, 'PUT');
  expect((await quo.list(activityOf(long, 'messages'))).data[0]).toEqual(message);
});

test('a number that disappears between two pages takes its conversations along', async () => {
  const number = String(long['phoneNumberId']);
  const path = activityOf(long, 'messages', 20);
  const { nextPageToken } = await quo.list(path);
  await quo.control(`/objects/${number}`, 'DELETE');
  expect((await quo.get(`${path}&pageToken=${nextPageToken}`)).status).toBe(404);
  expect((await quo.list('/phone-numbers')).data).toHaveLength(15);
  const left = await quo.all(PAGE);
  expect(left.filter((one) => one['phoneNumberId'] === number)).toEqual([]);
  await quo.control(`/objects/${number}`, 'PUT');
});
