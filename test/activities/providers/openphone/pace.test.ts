import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type Database } from '#db/orm.ts';
import { createOpenPhone } from '#activities/providers/openphone/client.ts';
import { requestPaces } from '#activities/providers/openphone/pace.ts';
import { KEY, startQuo } from '#test/sandbox/openphone/quo.ts';
import { openTelephone, type Telephone } from '#test/support/history.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

// Two processes, as far as the database can tell, and the provider's own count of what they ask.

let world: TestWorld;
let other: Database;
let sandbox: Awaited<ReturnType<typeof startQuo>>;
let telephone: Telephone;

beforeAll(async () => {
  world = await openWorld();
  other = await openDatabase(world.databaseUrl, { poolSize: 3 });
  sandbox = await startQuo({ size: 0 });
  telephone = await openTelephone(world, sandbox.url);
}, 60_000);
afterAll(async () => {
  await other?.close();
  await sandbox?.close();
  await world?.end();
});

interface Log {
  count: number;
  busiestSecond: number;
  at: number[];
  refusedAt: number[];
}

const log = async (): Promise<Log> =>
  (await (await sandbox.quo.control('/requests')).json()) as Log;

test('two processes that import and one that sends stay within ten a second', async () => {
  await sandbox.quo.control('/requests', 'DELETE');
  const account = { workspaceId: telephone.workspaceId, accountId: telephone.accountId };
  const client = (pace: () => Promise<void>) =>
    createOpenPhone({ apiKey: KEY, sandboxUrl: sandbox.url, pace, timeoutMs: 5_000 });
  const [here, there] = [requestPaces(world.database), requestPaces(other)];
  const importers = [here, here, there, there].map((paces) =>
    client(() => paces.history(account, 9)),
  );
  const sender = client(() => there.all(account));
  const ask = async (one: ReturnType<typeof client>, times: number) => {
    for (let i = 0; i < times; i += 1) await one.phoneNumbers();
  };
  await Promise.all([...importers.map((one) => ask(one, 8)), ask(sender, 6)]);
  const { count, busiestSecond } = await log();
  expect(count).toBe(4 * 8 + 6);
  expect(busiestSecond).toBeLessThanOrEqual(10);
}, 60_000);

test('an import keeps to its own speed', async () => {
  await sandbox.quo.control('/requests', 'DELETE');
  const account = { workspaceId: telephone.workspaceId, accountId: telephone.accountId };
  const paces = requestPaces(world.database);
  const one = createOpenPhone({
    apiKey: KEY,
    sandboxUrl: sandbox.url,
    pace: () => paces.history(account, 3),
    timeoutMs: 5_000,
  });
  for (let i = 0; i < 10; i += 1) await one.phoneNumbers();
  const { at } = await log();
  // Ten requests at three a second: the last belongs to the fourth second.
  expect(at.at(-1)! - at[0]!).toBeGreaterThan(2_700);
}, 60_000);
