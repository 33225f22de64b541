import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
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
  readonly busiestSecond: number;
  readonly refusedAt: readonly number[];
};
const requests = () => json<Requests>(quo.control('/requests'));

test('more than the rate is answered with 429, and let through again later', async () => {
  await quo.settings({ requestsPerSecond: 10 });
  const answers = await Promise.all(Array.from({ length: 14 }, () => quo.get('/phone-numbers')));
  const refused = answers.filter((answer) => answer.status === 429);
  expect([refused.length, answers.filter((answer) => answer.ok).length]).toEqual([4, 10]);
  expect((await requests()).refusedAt).toHaveLength(4);
  await vi.waitFor(async () => expect((await quo.get('/phone-numbers')).status).toBe(200));
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
    busiestSecond: 4,
    refusedAt: [],
  });
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
