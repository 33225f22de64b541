import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { claimOutbox, finishOutbox, postponeOutbox } from '#db/outbox/claim.ts';
import { tellRelay, type OutboxKind } from '#db/outbox.ts';
import { run, sql } from '#db/sql.ts';
import { openOffice, type Office } from '../events/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
beforeEach(() => run(office.database.fork(), sql`delete from outbox`));

const tell = (...messages: [kind: OutboxKind, key: string][]) =>
  office.database.transaction((em) =>
    tellRelay(
      em,
      ...messages.map(([kind, key]) => ({ workspaceId: office.workspaceId, kind, key })),
    ),
  );

const claim = (leaseMs = 30_000, kinds: OutboxKind[] = ['campaign.start', 'campaign.wake']) =>
  office.database.transaction((em) => claimOutbox(em, { kinds, limit: 10, leaseMs }));

const asked = (rows: { kind: string; key: string }[]) =>
  rows.map(({ kind, key }) => `${kind} ${key}`);

test('of one subject only the earliest is taken, and the next when that is done', async () => {
  await tell(['campaign.start', 'a'], ['campaign.wake', 'a'], ['campaign.start', 'b']);
  const first = await claim();
  expect(asked(first)).toEqual(['campaign.start a', 'campaign.start b']);
  expect(await claim()).toEqual([]);
  await office.database.transaction((em) =>
    finishOutbox(
      em,
      first.map(({ id }) => id),
    ),
  );
  expect(asked(await claim())).toEqual(['campaign.wake a']);
});

test('what a relay took before it died is given back after a while', async () => {
  await tell(['campaign.start', 'a']);
  await claim(-1);
  expect(await claim()).toMatchObject([{ key: 'a', attempts: 2 }]);
});

test('what was put off is not taken before its time, nor what came after it', async () => {
  await tell(['campaign.start', 'a'], ['campaign.wake', 'a']);
  const [row] = await claim();
  const id = row?.id ?? 0;
  await office.database.transaction((em) =>
    postponeOutbox(em, [{ id, pauseMs: 60_000, why: 'away' }]),
  );
  expect(await claim()).toEqual([]);
});

test('each lane takes its own kinds', async () => {
  await tell(['send.start', 's'], ['campaign.start', 'c']);
  expect(asked(await claim(30_000, ['send.start']))).toEqual(['send.start s']);
});
