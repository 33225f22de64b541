import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstRow, sql } from '#db/sql.ts';
import { workflowIds } from '#domain/names.ts';
import type { Visitor } from '#test/support/app.ts';
import { recordHistory } from '#test/support/histories/record.ts';
import { parse } from '#test/support/html.ts';
import { runWorld, type RunningWorld } from '#test/support/running.ts';
import { until } from '#test/support/until.ts';

let w: RunningWorld;
let maren: Visitor;
beforeAll(async () => {
  w = await runWorld();
  maren = await w.app.as(w.alder.maren);
});
afterAll(() => w.end());

const account = async () =>
  (await firstRow<{ state: string; result: string | null; at: Date | null }>(
    w.database.fork(),
    sql`select state, check_result as result, checked_at as at from provider_account where id = ${w.alder.accountId}`,
  ))!;

async function check(): Promise<string> {
  const order = crypto.randomUUID();
  const before = (await account()).at;
  await maren.post(`/senders/accounts/${w.alder.accountId}/test`, { order });
  await until(async () => (await account()).at?.getTime() !== before?.getTime());
  return order;
}

/** What the workflow of an order ended with. */
async function ended(order: string, shape: string): Promise<unknown> {
  const id = workflowIds.accountCheck(w.alder.accountId, order);
  const result: unknown = await w.engine.client.workflow.getHandle(id).result();
  await recordHistory(w.engine.client, id, `account-check-${shape}`);
  return result;
}

const page = async () =>
  parse(await (await maren.get('/senders/accounts')).text())('.account').text();

test('right credentials are found right, by a workflow that the page has ordered', async () => {
  const order = await check();
  expect(await account()).toMatchObject({ state: 'active', result: 'ok' });
  expect(await page()).toContain('Right, tested');
  expect(await ended(order, 'right')).toBe('ok');
});

test('a wrong token rests the account, a right one lets it go on', async () => {
  const token = (text: string) =>
    maren.post(`/senders/accounts/${w.alder.accountId}/token`, { token: text });
  await token('not-the-token-of-the-sandbox');
  const order = await check();
  expect(await account()).toMatchObject({ state: 'refused', result: '20003' });
  expect(await page()).toContain('SID and token do not belong together');
  expect(await ended(order, 'refused')).toBe('20003');

  await token('sandbox-token-of-alder-and-tide');
  await check();
  expect(await account()).toMatchObject({ state: 'active', result: 'ok' });
});

test('a provider that cannot be reached says nothing about the account', async () => {
  await w.sandbox.close();
  const order = await check();
  expect(await account()).toMatchObject({ state: 'active', result: 'ECONNREFUSED' });
  expect(await page()).toContain('could not be reached');
  expect(await ended(order, 'unreachable')).toBe('ECONNREFUSED');
});
