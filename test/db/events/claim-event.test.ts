import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimEvent, settleApplied, settleLater } from '#db/events/claim-event.ts';
import { storeEvent } from '#db/events/store-event.ts';
import { firstRow, run, sql } from '#db/sql.ts';
import { openOffice, type Office } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

/** A message of one person, as the webhook keeps it. */
const store = (dedupeKey: string, orderKey: string) =>
  office.database.transaction((em) =>
    storeEvent(em, {
      workspaceId: office.workspaceId,
      providerAccountId: office.accountId,
      provider: 'twilio',
      kind: 'message',
      dedupeKey,
      orderKey,
      query: '',
      headers: {},
      body: '',
      keyword: null,
      deadBecause: null,
    }),
  );

test('while one message of a person is being applied, nobody takes up their next; others go on', async () => {
  const first = await store('one', '+16035550150');
  await store('two', '+16035550150');
  const other = await store('three', '+16035550151');
  await office.database.transaction(async (held) => {
    expect((await claimEvent(held, 'message'))?.id).toBe(first);
    await office.database.transaction(async (em) => {
      expect((await claimEvent(em, 'message'))?.id).toBe(other);
      settleApplied(em, other ?? '');
    });
    await office.database.transaction(async (em) =>
      expect(await claimEvent(em, 'message')).toBeUndefined(),
    );
    settleApplied(held, first ?? '');
  });
  await office.database.transaction(async (em) => {
    const next = await claimEvent(em, 'message');
    expect(next).toBeDefined();
    settleApplied(em, next?.id ?? '');
  });
});

test('a young event that cannot be applied is put off, each time longer', async () => {
  const id = (await store('four', '+16035550152')) ?? '';
  const pauses: number[] = [];
  for (const attempts of [0, 1, 2, 3]) {
    await office.database.transaction((em) => settleLater(em, { id, attempts }, 'unknown-message'));
    const row = await firstRow<{ ms: number }>(
      office.database.fork(),
      sql`select round(extract(epoch from next_at - now()) * 1000)::float8 as ms from provider_event where id = ${id}`,
    );
    pauses.push(row?.ms ?? 0);
  }
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
  expect(pauses.at(-1)).toBeGreaterThan(1000);
});

test('an event that waited through a long outage is tried several times before it is given up', async () => {
  const id = (await store('five', '+16035550153')) ?? '';
  await run(
    office.database.fork(),
    sql`update provider_event set received_at = now() - interval '2 days' where id = ${id}`,
  );
  const outcomes = [];
  for (const attempts of [0, 1, 2, 3, 4]) {
    outcomes.push(
      await office.database.transaction((em) => settleLater(em, { id, attempts }, 'failed')),
    );
  }
  expect(outcomes).toEqual(['later', 'later', 'later', 'later', 'dead']);
});
