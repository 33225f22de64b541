import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { json, PROVIDER_CONFIRMS, startSandbox, WE_CONFIRM } from '../running.ts';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const codeOf = async (answer: Promise<Response>) => (await json<{ code?: number }>(answer)).code;

test('STOP blocks the pair, is confirmed once, and START undoes it', async () => {
  const phone = '+16035550120';
  await sandbox.write(phone, { to: PROVIDER_CONFIRMS, body: ' Stop ' });
  await sandbox.write(phone, { to: PROVIDER_CONFIRMS, body: 'STOP' });
  expect(await codeOf(sandbox.create({ To: phone }))).toBe(21610);
  expect(await codeOf(sandbox.create({ To: phone, From: WE_CONFIRM }))).toBeUndefined();

  await sandbox.write(phone, { to: PROVIDER_CONFIRMS, body: 'yes' });
  expect(await codeOf(sandbox.create({ To: phone }))).toBeUndefined();
  const confirmations = await sandbox.ledger(`?to=${encodeURIComponent(phone)}`);
  expect(confirmations.map((row) => row.madeBy)).toEqual(['provider', 'api', 'provider', 'api']);
  await vi.waitFor(async () => {
    const shown = await sandbox.phone(phone);
    expect(shown.filter((one) => one.madeBy === 'provider')).toHaveLength(2);
  });
});

test('the webhook says which keyword the provider has acted on', async () => {
  const phone = '+16035550121';
  for (const body of ['STOP', 'START', 'HELP', 'stop it please']) {
    await sandbox.write(phone, { to: PROVIDER_CONFIRMS, body });
  }
  await vi.waitFor(() => {
    const posted = sandbox.receiver.posted.filter((one) => one.form['From'] === phone);
    const types = posted.map(({ form }) => [form['Body'], form['OptOutType']]);
    expect(Object.fromEntries(types)).toEqual({
      STOP: 'STOP',
      START: 'START',
      HELP: 'HELP',
      'stop it please': undefined,
    });
  });
});

test('where the firm confirms, the provider neither blocks nor answers', async () => {
  const phone = '+16035550122';
  await sandbox.write(phone, { to: WE_CONFIRM, body: 'STOP' });
  expect(
    await codeOf(sandbox.create({ To: phone, From: WE_CONFIRM, Body: 'You are out' })),
  ).toBeUndefined();
  const posted = await vi.waitFor(() => {
    const found = sandbox.receiver.posted.find((one) => one.form['From'] === phone);
    expect(found).toBeDefined();
    return found;
  });
  expect(posted?.form).not.toHaveProperty('OptOutType');
  const rows = await sandbox.ledger(`?to=${encodeURIComponent(phone)}`);
  expect(rows.map((row) => row.body)).toEqual(['You are out']);
});
