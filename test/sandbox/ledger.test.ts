import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { GEORGE, json, PROVIDER_CONFIRMS, RUTH, startSandbox, WE_CONFIRM } from './running.ts';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
beforeAll(async () => {
  sandbox = await startSandbox();
  await sandbox.create({
    Body: 'one',
    StatusCallback: 'http://127.0.0.1:9/status?send=1#rc=0',
    Attempt: '2',
  });
  await sandbox.create({ Body: 'two', To: GEORGE, From: WE_CONFIRM });
  await sandbox.write(GEORGE, { to: PROVIDER_CONFIRMS, body: 'HELP' });
});
afterAll(() => sandbox.close());

const bodies = async (query = '') => (await sandbox.ledger(query)).map((row) => row.body);

test('it holds what was taken for sending, in order, with the provider’s own answers marked', async () => {
  const rows = await sandbox.ledger();
  expect(rows.map((row) => [row.madeBy, row.to])).toEqual([
    ['api', RUTH],
    ['api', GEORGE],
    ['provider', GEORGE],
  ]);
  expect(rows[0]).toMatchObject({
    body: 'one',
    from: PROVIDER_CONFIRMS,
    statusCallback: 'http://127.0.0.1:9/status?send=1#rc=0',
    fields: { Attempt: '2' },
    acceptedAt: expect.stringMatching(/^\d{4}-.*Z$/),
  });
  await vi.waitFor(async () => {
    const [row] = await sandbox.ledger();
    expect(row?.statuses.map((mark) => mark.status)).toEqual([
      'queued',
      'sending',
      'sent',
      'delivered',
    ]);
  });
});

test('it is filtered by party, instant, place and direction', async () => {
  const [one, two] = await sandbox.ledger();
  expect(await bodies(`?to=${encodeURIComponent(RUTH)}`)).toEqual(['one']);
  expect(await bodies(`?from=${encodeURIComponent(WE_CONFIRM)}`)).toEqual(['two']);
  expect(await bodies(`?after=${one!.seq}&limit=1`)).toEqual(['two']);
  expect(await bodies(`?since=${two!.acceptedAt}`)).not.toContain('one');
  expect(await bodies('?since=2100-01-01T00:00:00Z')).toEqual([]);
  expect(await bodies('?direction=inbound')).toEqual(['HELP']);
  expect(await bodies('?direction=all')).toHaveLength(4);
  expect(await json(fetch(`${sandbox.url}/ledger/count`))).toEqual({ count: 3 });
});

test('an instant that is none is refused with a sentence', async () => {
  const answer = await fetch(`${sandbox.url}/ledger?since=yesterday`);
  expect([answer.status, (await json(answer))['error']]).toEqual([
    422,
    expect.stringContaining('since'),
  ]);
});
