import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { json, type LedgerRow, RUTH, startSandbox } from '../running.ts';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

const callback = () => ({ StatusCallback: `${sandbox.receiver.url}/status` });
const statusesOf = async (answers: Promise<Response>[]) =>
  (await Promise.all(answers)).map((answer) => answer.status);

async function allAt(status: string): Promise<LedgerRow[]> {
  return vi.waitFor(async () => {
    const rows = await sandbox.ledger();
    expect(rows.every((row) => row.status === status)).toBe(true);
    return rows;
  });
}

test('a burst refuses the next calls with 429 and takes nothing', async () => {
  await sandbox.faults({ tooMany: { requests: 2 } });
  const statuses: number[] = [];
  for (let i = 0; i < 4; i += 1) statuses.push((await sandbox.create({})).status);
  expect(statuses).toEqual([429, 429, 201, 201]);
  expect(await sandbox.ledger()).toHaveLength(2);
  const settings = await json<{ tooMany: unknown }>(fetch(`${sandbox.url}/sandbox/faults`));
  expect(settings.tooMany).toBeNull();
});

test('a burst of some seconds ends by itself', async () => {
  await sandbox.faults({ tooMany: { seconds: 0.2 } });
  const refused = await sandbox.create({});
  expect([refused.status, (await json<{ code: number }>(refused)).code]).toEqual([429, 20429]);
  await vi.waitFor(async () => expect((await sandbox.create({})).status).toBe(201));
});

test('a share of calls fails with 500, the same ones for the same seed', async () => {
  const run = async (seed: number) => {
    await sandbox.faults({ serverErrors: 0.4, seed });
    const statuses: number[] = [];
    for (let i = 0; i < 20; i += 1) statuses.push((await sandbox.create({})).status);
    return statuses.join();
  };
  const [first, again, other] = [await run(1), await run(1), await run(2)];
  expect(first).toBe(again);
  expect(first).not.toBe(other);
  expect(first).toContain('201');
  expect(first).toContain('500');
});

test('a withheld answer never comes, yet the message is taken and delivered', async () => {
  await sandbox.faults({ withhold: 1 });
  const aborted = fetch(`${sandbox.api}/Messages.json`, {
    method: 'POST',
    headers: { Authorization: sandbox.authorization },
    body: new URLSearchParams({ From: '+16035550161', To: RUTH, Body: 'Taken?' }),
    signal: AbortSignal.timeout(200),
  });
  await expect(aborted).rejects.toThrow(/timeout/i);
  expect(await allAt('delivered')).toHaveLength(1);
});

test('a connection cut after the body has taken the message, one cut before has not', async () => {
  await sandbox.faults({ cutAfter: 1 });
  await expect(sandbox.create({ Body: 'taken' })).rejects.toThrow('fetch failed');
  await sandbox.faults({ cutBefore: 1 });
  await expect(sandbox.create({ Body: 'not taken' })).rejects.toThrow('fetch failed');
  expect((await sandbox.ledger()).map((row) => row.body)).toEqual(['taken']);
});

test('a provider that is down takes nothing, whichever way it is down', async () => {
  await sandbox.faults({ down: 'cut' });
  await expect(sandbox.create({})).rejects.toThrow('fetch failed');
  await sandbox.faults({ down: '503' });
  expect((await sandbox.create({})).status).toBe(503);
  expect((await sandbox.get('/Messages.json')).status).toBe(503);
  await sandbox.faults({});
  expect((await sandbox.create({})).status).toBe(201);
  expect(await sandbox.ledger()).toHaveLength(1);
});

test('callbacks come twice, the second with a token of its own', async () => {
  await sandbox.faults({ duplicateCallbacks: 1 });
  await sandbox.create(callback());
  await vi.waitFor(() => expect(sandbox.receiver.posted).toHaveLength(6));
  const { posted } = sandbox.receiver;
  expect(new Set(posted.map((one) => one.raw)).size).toBe(3);
  expect(new Set(posted.map((one) => one.headers['i-twilio-idempotency-token'])).size).toBe(6);
});

test('callbacks come last state first', async () => {
  await sandbox.faults({ reorderCallbacks: 1 });
  await sandbox.create(callback());
  await vi.waitFor(() => expect(sandbox.receiver.posted).toHaveLength(3));
  expect(sandbox.receiver.statuses()).toEqual(['delivered', 'sent', 'sending']);
});

test('lost callbacks are never sent, though the message arrives', async () => {
  await sandbox.faults({ loseCallbacks: 1 });
  await sandbox.create(callback());
  await allAt('delivered');
  await sandbox.faults({});
  await sandbox.create(callback());
  await vi.waitFor(() => expect(sandbox.receiver.posted).toHaveLength(3));
});

test('callbacks wait as long as they are told', async () => {
  await sandbox.faults({ callbackDelayMs: 1500 });
  await sandbox.create(callback());
  await allAt('delivered');
  expect(sandbox.receiver.posted).toHaveLength(0);
  await vi.waitFor(() => expect(sandbox.receiver.posted).toHaveLength(3), 10_000);
});

test('a late answer is overtaken by the callbacks', async () => {
  await sandbox.faults({ lateAnswers: { share: 1, ms: 2000 } });
  const order: string[] = [];
  const answered = sandbox.create(callback()).then(() => order.push('answer'));
  await vi.waitFor(() => expect(sandbox.receiver.statuses()).toContain('delivered'));
  order.push('delivered');
  await answered;
  expect(order).toEqual(['delivered', 'answer']);
});

test('a share of the callbacks waits, and what has struck is counted', async () => {
  await sandbox.faults({ callbackDelayMs: 60_000, callbackDelayShare: 0.5 });
  for (let i = 0; i < 10; i += 1) await sandbox.create(callback());
  await allAt('delivered');
  const waiting = (await struck())['callbackDelayMs'] ?? 0;
  expect(waiting).toBeGreaterThan(0);
  expect(waiting).toBeLessThan(30);
  await vi.waitFor(() => expect(sandbox.receiver.posted).toHaveLength(30 - waiting));
});

const struck = () => json<Record<string, number>>(fetch(`${sandbox.url}/sandbox/faults/struck`));

test('a slow list does not show a new message, though it can be fetched', async () => {
  await sandbox.faults({ listDelaySeconds: 0.3 });
  const { sid } = await json(sandbox.create({}));
  const listed = async () =>
    (await json<{ messages: object[] }>(sandbox.get('/Messages.json'))).messages.length;
  expect(await listed()).toBe(0);
  expect((await sandbox.get(`/Messages/${sid}.json`)).status).toBe(200);
  await vi.waitFor(async () => expect(await listed()).toBe(1));
});

test('a share of messages ends undelivered with the given code, unseen by the phone', async () => {
  await sandbox.faults({ undelivered: { share: 1, errorCode: 30007 } });
  await sandbox.create(callback());
  const [row] = await allAt('undelivered');
  expect(row?.errorCode).toBe(30007);
  await vi.waitFor(() => expect(sandbox.receiver.statuses()).toContain('undelivered'));
  const told = sandbox.receiver.posted.find((one) => one.form['MessageStatus'] === 'undelivered');
  expect(told?.form['ErrorCode']).toBe('30007');
  expect(await sandbox.phone(RUTH)).toEqual([]);
});

test('latency is added to every call', async () => {
  await sandbox.faults({ latencyMs: 120 });
  const started = performance.now();
  expect(await statusesOf([sandbox.create({}), sandbox.create({})])).toEqual([201, 201]);
  expect(performance.now() - started).toBeGreaterThanOrEqual(118);
});

test('settings that make no sense are refused with a sentence and change nothing', async () => {
  await sandbox.faults({ withhold: 0.5 });
  for (const nonsense of [{ withhold: 2 }, { unknown: 1 }, { down: 'maybe' }]) {
    const answer = await sandbox.faults(nonsense);
    expect(answer.status).toBe(422);
    expect((await json(answer))['error']).toContain(Object.keys(nonsense)[0]);
  }
  expect(await json(fetch(`${sandbox.url}/sandbox/faults`))).toMatchObject({ withhold: 0.5 });
});
