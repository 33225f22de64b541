import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createLimiter } from '../../../sandbox/openphone/limiter.ts';
import { createRequestLog } from '../../../sandbox/openphone/requests.ts';
import { json } from '../running.ts';
import { startQuo } from './quo.ts';

let sandbox: Awaited<ReturnType<typeof startQuo>>;
let quo: (typeof sandbox)['quo'];
beforeAll(async () => {
  sandbox = await startQuo({ size: 0 });
  ({ quo } = sandbox);
});
beforeEach(() => quo.control('/requests', 'DELETE'));
afterAll(() => sandbox.close());

type Requests = {
  readonly count: number;
  readonly paths: { readonly [path: string]: number };
  readonly repeated: readonly { readonly url: string; readonly times: number }[];
  readonly refusedAt: readonly number[];
};
const requests = () => json<Requests>(quo.control('/requests'));

test('a second holds ten requests, and a tenth of a second brings one more', () => {
  const { passes } = createLimiter();
  const passed = (times: number, now: number) =>
    Array.from({ length: times }, () => passes(10, now)).filter(Boolean).length;
  expect([passed(14, 5000), passed(14, 5000), passed(14, 5100), passed(14, 9000)]).toEqual([
    10, 0, 1, 10,
  ]);
});

test('more than the rate is answered with 429, and let through again later', async () => {
  await quo.settings({ requestsPerSecond: 0.01 });
  await quo.get('/phone-numbers');
  expect((await quo.get('/phone-numbers')).status).toBe(429);
  expect((await requests()).refusedAt).toHaveLength(1);
  await quo.settings({ requestsPerSecond: 1000 });
  expect((await quo.get('/phone-numbers')).status).toBe(200);
});

test('requests are counted by path, and those that came twice are named', async () => {
  await quo.settings({ requestsPerSecond: 1000 });
  await quo.get('/users?maxResults=10');
  await quo.get('/users?maxResults=10');
  await quo.get('/users/US1');
  await quo.get('/users/US2');
  expect(await requests()).toMatchObject({
    count: 4,
    paths: { 'GET /v1/users': 2, 'GET /v1/users/:id': 2 },
    repeated: [{ url: 'GET /v1/users?maxResults=10', times: 2 }],
    refusedAt: [],
  });
});

test('the busiest second is any thousand milliseconds that held the most', () => {
  const log = createRequestLog();
  const url = new URL('http://127.0.0.1/v1/users');
  for (const now of [0, 900, 1000, 1899, 1900, 5000]) log.note('GET', url, now);
  expect(log.body()).toMatchObject({ count: 6, busiestSecond: 3 });
});

test('the faults of the sandbox spoil calls in the provider’s own words', async () => {
  await sandbox.faults({ tooMany: { requests: 1 } });
  const refused = await quo.get('/phone-numbers');
  expect([refused.status, (await json(refused))['code']]).toEqual([429, '0400429']);
  expect((await requests()).refusedAt).toHaveLength(1);
  await sandbox.faults({ serverErrors: 1 });
  const failed = await quo.get('/phone-numbers');
  expect([failed.status, (await json(failed))['code']]).toEqual([500, '0401500']);
  await sandbox.faults({ down: 'cut' });
  await expect(quo.get('/phone-numbers')).rejects.toThrow('fetch failed');
  await sandbox.faults({});
});
