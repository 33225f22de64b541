import { afterAll, beforeAll, expect, test } from 'vitest';
import { run, sql } from '#db/sql.ts';
import { syncHealth } from '#db/sync/health.ts';
import type { AccountHealth } from '#domain/sync/health.ts';
import { openQuoOffice, type QuoOffice } from '../events/quo-office.ts';

let office: QuoOffice;

beforeAll(async () => {
  office = await openQuoOffice();
  await run(office.database.fork(), sql`update workspace set clock_offset_ms = 86400000`);
});
afterAll(() => office.close());

const health = () => syncHealth(office.database.fork(), office.workspaceId);
const desk = async (): Promise<AccountHealth> =>
  (await health()).accounts.find(({ name }) => name === 'Desk')!;
const change = (statement: ReturnType<typeof sql>) => run(office.database.fork(), statement);

const addEvents = (change: { of?: number; state?: string; ago?: string; took?: string }) => {
  const { of = 1, state = 'applied', ago = '1 hour', took = '40 ms' } = change;
  return run(
    office.database.fork(),
    sql`insert into provider_event (workspace_id, provider_account_id, provider, kind, dedupe_key, order_key, body, state,
      received_at, next_at, applied_at)
    select ${office.workspaceId}::uuid, ${office.quo.accountId}::uuid, 'openphone', 'message', gen_random_uuid()::text, 'x', '{}',
      ${state}, now() - ${ago}::interval, now() - ${ago}::interval,
      case when ${state} = 'applied' then now() - ${ago}::interval + ${took}::interval end
    from generate_series(1, ${of}::int)`,
  );
};

test('a fresh account has no news, and every account of the workspace is told of', async () => {
  expect((await health()).accounts.map(({ name, provider }) => [name, provider])).toEqual([
    ['Demo', 'twilio'],
    ['Desk', 'openphone'],
  ]);
  expect(await desk()).toMatchObject({
    accountState: 'active',
    lastEventAt: null,
    lag: null,
    waiting: 0,
    waitingSeconds: 0,
    badSignatures: 0,
    badSignatureAt: null,
    quarantined: 0,
    deadLetters: 0,
    watchedAt: null,
    gap: null,
    night: null,
  });
});

test('the lag is that of the last hundred, half of which took no longer than its median', async () => {
  await addEvents({ of: 50, ago: '5 days', took: '1 hour' });
  await addEvents({ of: 99, took: '40 ms' });
  await addEvents({ of: 1, ago: '2 hours', took: '900 ms' });
  expect((await desk()).lag).toEqual({ medianMs: 40, slowestMs: 900 });
});

test('times are on the clock of the workspace', async () => {
  const { now } = await health();
  const { lastEventAt } = await desk();
  const ahead = now.getTime() - Date.now();
  expect(Math.round(ahead / 60_000)).toBe(24 * 60);
  expect(Math.round((now.getTime() - lastEventAt!.getTime()) / 60_000)).toBe(60);
});

test('what waits and what is dead is counted', async () => {
  await addEvents({ of: 2, state: 'new', ago: '3 minutes' });
  await addEvents({ of: 3, state: 'dead' });
  const { waiting, waitingSeconds, deadLetters } = await desk();
  expect({ waiting, deadLetters, minutes: Math.round(waitingSeconds / 60) }).toEqual({
    waiting: 2,
    deadLetters: 3,
    minutes: 3,
  });
});

test('of the quarantine those whose signature did not fit are told apart', async () => {
  for (const [reason, ago] of [
    ['signature', '2 days'],
    ['signature', '2 hours'],
    ['no-signature', '1 hour'],
    ['signature', '8 days'],
  ]) {
    await change(
      sql`insert into quarantined_event (workspace_id, provider_account_id, provider, kind, url, body, reason, received_at)
      values (${office.workspaceId}, ${office.quo.accountId}, 'openphone', 'message', '', '', ${reason}, now() - ${ago}::interval)`,
    );
  }
  const { badSignatures, quarantined, badSignatureAt } = await desk();
  const { now } = await health();
  expect({ badSignatures, quarantined }).toEqual({ badSignatures: 2, quarantined: 3 });
  expect(Math.round((now.getTime() - badSignatureAt!.getTime()) / 3_600_000)).toBe(2);
});

test('of gaps and nights the last one stands, with what it had to write', async () => {
  for (const [kind, ago, messages, calls, changed] of [
    ['gap', '2 days', 90, 0, 0],
    ['gap', '1 day', 3, 1, 7],
    ['nightly', '1 hour', 0, 0, 2],
  ] as const) {
    await change(
      sql`insert into history_import (id, workspace_id, provider_account_id, kind, state, since, until, messages, calls, changed,
        created_at, finished_at)
      values (gen_random_uuid(), ${office.workspaceId}, ${office.quo.accountId}, ${kind}, 'complete', now() - interval '3 days', now(),
        ${messages}, ${calls}, ${changed}, now() - ${ago}::interval, now())`,
    );
  }
  const { gap, night } = await desk();
  expect(gap).toMatchObject({ state: 'complete', written: 4, changed: 7 });
  expect(gap?.finishedAt).toBeInstanceOf(Date);
  expect(night).toMatchObject({ written: 0, changed: 2 });
});

test("another workspace's accounts are no news of this one", async () => {
  const other = await syncHealth(office.database.fork(), crypto.randomUUID());
  expect(other.accounts).toEqual([]);
});
