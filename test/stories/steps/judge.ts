import { expect } from 'vitest';
import { firstRow, rows, sql } from '#db/sql.ts';
import type { Product } from '#test/support/product.ts';
import { until } from '#test/support/until.ts';
import type { BusyDay } from './busy-day.ts';

/** The numbers of those who are to get it, as the launch wrote them down. */
export async function audienceOf(product: Product, { campaignId }: BusyDay): Promise<string[]> {
  const found = await rows<{ value: string }>(
    product.database.fork(),
    sql`select a.value from membership m join address a on a.id = m.address_id
      where m.campaign_id = ${campaignId} and m.state <> 'excluded' order by a.value`,
  );
  return found.map(({ value }) => value);
}

/** Whom the provider really took a message for, by what it begins with; each as often as it was taken. */
export async function taken(product: Product, text: RegExp): Promise<string[]> {
  const ledger = await product.phones.ledger();
  return ledger
    .filter(({ body }) => text.test(body))
    .map(({ to }) => to)
    .toSorted();
}

/** Everybody has it once, and our own ledger knows the same messages as the provider's. */
export async function expectOnceEach(
  product: Product,
  text: RegExp,
  numbers: readonly string[],
  patienceMs: number,
): Promise<void> {
  const count = async () => new Set(await taken(product, text)).size;
  await until(async () => (await count()) >= numbers.length, { patienceMs, everyMs: 200 });
  expect(await taken(product, text)).toEqual([...numbers].toSorted());
}

/** What the provider took is what our ledger says was taken, message by message. */
export async function expectLedgersAgree(product: Product): Promise<void> {
  const theirs = (await product.phones.ledger()).filter(({ madeBy }) => madeBy === 'api');
  const ours = await rows<{ sid: string }>(
    product.database.fork(),
    sql`select provider_id as sid from send where provider_id is not null`,
  );
  expect(ours.map(({ sid }) => sid).toSorted()).toEqual(theirs.map(({ sid }) => sid).toSorted());
}

/** Every callback of the provider has found its send: all are delivered. */
export async function expectAllDelivered(product: Product, patienceMs: number): Promise<void> {
  const open = async () =>
    (
      await firstRow<{ n: number }>(
        product.database.fork(),
        sql`select count(*) as n from send where provider_id is not null and state <> 'delivered'`,
      )
    )?.n;
  await until(async () => (await open()) === 0, { patienceMs, everyMs: 200 });
}

export async function importCounts({ database }: Product, runId: string) {
  return firstRow<{
    state: string;
    created: number;
    rejected: number;
    rowsRead: number;
    contacts: number;
  }>(
    database.fork(),
    sql`select r.state, r.created, r.rejected, r.rows_read as "rowsRead",
      (select count(*) from contact c where c.workspace_id = r.workspace_id) as contacts
    from import_run r where r.id = ${runId}`,
  );
}

export async function endingOf(
  { database }: Product,
  { campaignId }: BusyDay,
  number: string,
): Promise<string | null | undefined> {
  const walk = await firstRow<{ ending: string | null }>(
    database.fork(),
    sql`select m.ending from membership m join address a on a.id = m.address_id
      where m.campaign_id = ${campaignId} and a.value = ${number}`,
  );
  return walk?.ending;
}

/** Workflows that the engine still keeps open, as its own UI counts them. */
export async function openWorkflows({ temporalUi }: Product): Promise<number> {
  const query = new URLSearchParams({ query: 'ExecutionStatus = "Running"' });
  const answer = await fetch(`${temporalUi}/api/v1/namespaces/default/workflow-count?${query}`);
  return Number(((await answer.json()) as { count?: string }).count ?? 0);
}
