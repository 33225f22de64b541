import { afterEach, expect, test, vi } from 'vitest';
import { RUTH, startReceiver, startSandbox } from '../running.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function open(options: Parameters<typeof startSandbox>[0] = {}) {
  const sandbox = await startSandbox(options);
  closing.push(() => sandbox.close());
  return sandbox;
}

test('a short outage of the app is survived, with one token for all tries', async () => {
  const sandbox = await open();
  const { receiver } = sandbox;
  const answers = [503, 502, 500];
  receiver.state.answer = () => answers.shift() ?? 204;
  await sandbox.write(RUTH, { to: '+16035550161', body: 'Hello' });
  await vi.waitFor(() => expect(receiver.posted).toHaveLength(4));
  expect(
    new Set(receiver.posted.map((one) => one.headers['i-twilio-idempotency-token'])).size,
  ).toBe(1);
  await vi.waitFor(async () =>
    expect((await sandbox.phone(RUTH))[0]).toMatchObject({ told: true }),
  );
});

test('an address that says so is retried as often as it says', async () => {
  const sandbox = await open();
  const { receiver } = sandbox;
  receiver.state.answer = () => 500;
  const callback = (fragment: string) => ({ StatusCallback: `${receiver.url}/status${fragment}` });
  await sandbox.create(callback('?a#rc=2&rp=5xx'));
  await sandbox.create(callback('?b#rc=2&rp=ct'));
  await sandbox.create(callback('?c#rc=0'));
  await vi.waitFor(async () => {
    const rows = await sandbox.ledger();
    expect(rows.flatMap((row) => row.statuses.slice(1)).filter((mark) => mark.told)).toHaveLength(
      9,
    );
  });
  const tries = (path: string) => receiver.posted.filter((one) => one.path === path).length;
  expect([tries('/status?a'), tries('/status?b'), tries('/status?c')]).toEqual([9, 3, 3]);
});

test('an app that is away altogether is found again', async () => {
  const sandbox = await open({ patience: { retries: 20, firstWaitMs: 30 } });
  const away = await startReceiver();
  await away.close();
  await sandbox.create({ StatusCallback: `http://127.0.0.1:${away.port}/status` });
  await vi.waitFor(async () => expect(await sandbox.phone(RUTH)).toHaveLength(1));
  const back = await startReceiver(away.port);
  closing.push(() => back.close());
  await vi.waitFor(() => expect(back.posted).toHaveLength(3), { timeout: 3000 });
  expect(new Set(back.statuses())).toEqual(new Set(['sending', 'sent', 'delivered']));
});
