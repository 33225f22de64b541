import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startSandbox, WE_CONFIRM } from '../running.ts';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
beforeAll(async () => {
  sandbox = await startSandbox({ rate: 20, pace: { fastestMs: 1, slowestMs: 2 } });
});
afterAll(() => sandbox.close());

test('messages above the rate of their number wait their turn, segment by segment', async () => {
  const started = Date.now();
  for (let i = 0; i < 6; i += 1) await sandbox.create({ Body: 'a'.repeat(200) });
  await sandbox.create({ From: WE_CONFIRM, Body: 'another number' });
  const rows = await vi.waitFor(
    async () => {
      const all = await sandbox.ledger();
      expect(all.every((row) => row.status === 'delivered')).toBe(true);
      return all;
    },
    { timeout: 3000 },
  );
  const endedAfter = rows.map((row) => Date.parse(row.statuses.at(-1)!.at) - started);
  expect(endedAfter[5]).toBeGreaterThanOrEqual(500);
  expect(endedAfter[5]).toBeLessThan(1500);
  expect(endedAfter[6]).toBeLessThan(endedAfter[5]!);
});

test('a message that outlives its validity in the queue fails unpriced', async () => {
  for (let i = 0; i < 12; i += 1) await sandbox.create({ Body: 'a'.repeat(300) });
  await sandbox.create({ Body: 'too late', ValidityPeriod: '1' });
  const row = await vi.waitFor(
    async () => {
      const last = (await sandbox.ledger()).at(-1)!;
      expect(last.status).toBe('failed');
      return last;
    },
    { timeout: 4000 },
  );
  expect(row).toMatchObject({ errorCode: 30036, price: null });
});
