import { Client } from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { MockActivityEnvironment } from '@temporalio/testing';
import { createHistoryActivities } from '#activities/history/history.ts';
import { startQuo } from '#test/sandbox/openphone/quo.ts';
import { openImport, openTelephone } from '#test/support/history.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

let world: TestWorld;
let sandbox: Awaited<ReturnType<typeof startQuo>>;
const said: string[] = [];

beforeAll(async () => {
  const query = Reflect.get(Client.prototype, 'query') as (...args: unknown[]) => unknown;
  vi.spyOn(Client.prototype, 'query').mockImplementation(function (
    this: Client,
    ...args: unknown[]
  ) {
    const [first] = args as [string | { text: string }];
    said.push(typeof first === 'string' ? first : first.text);
    return query.apply(this, args) as void;
  });
  world = await openWorld();
  sandbox = await startQuo({ size: 1 / 500 });
}, 60_000);
afterAll(async () => {
  await sandbox?.close();
  await world?.end();
  vi.restoreAllMocks();
});

const isOwn = (text: string): boolean => !/^(?:begin|commit)\b|pg_notify/i.test(text.trim());

test('a page of messages or calls takes three statements: a look, the page, and the progress', async () => {
  const telephone = await openTelephone(world, sandbox.url);
  const activities = createHistoryActivities(telephone.world);
  const importId = await openImport(telephone);
  const run = <I, O>(work: (input: I) => Promise<O>, input: I) =>
    new MockActivityEnvironment().run<[I], O, typeof work>(work, input);
  await run(activities.readFirm, { importId });
  const next = async (what: 'numbers' | 'conversations') => {
    const batch = await activities.nextToRead({ importId, what, repair: false });
    return batch.kind === 'batch' ? batch.ids : [];
  };
  for (const id of await next('numbers')) {
    for (let page = 'more'; page === 'more';) {
      page = (await run(activities.readNumber, { importId, id })).kind;
    }
  }
  const pages: { statements: string[]; closes: boolean }[] = [];
  for (const id of await next('conversations')) {
    for (let page = 'more'; page === 'more';) {
      said.length = 0;
      page = (await run(activities.readConversation, { importId, id })).kind;
      const statements = said.filter(isOwn);
      pages.push({ statements, closes: statements.some((text) => text.includes('suppression')) });
    }
  }
  expect(pages).toHaveLength(8);
  for (const { statements, closes } of pages) {
    expect(statements.length).toBeLessThanOrEqual(closes ? 4 : 3);
  }
});
