import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type Database } from '#db/orm.ts';
import { firstRow, run, sql } from '#db/sql.ts';
import { openWorld, type TestWorld } from '#test/support/world.ts';

let w: TestWorld;
let database: Database;
beforeAll(async () => {
  w = await openWorld();
  database = await openDatabase(w.databaseUrl, { poolSize: 1, keepPlans: true });
});
afterAll(async () => {
  await database.close();
  await w.end();
});

const transactionId = sql<{ id: string }>`select pg_current_xact_id()::text as id`;
const firms = async () =>
  (await firstRow<{ n: number }>(database.fork(), sql`select count(*) as n from workspace`))?.n;

test('a transaction is one, though nobody waits for its begin', async () => {
  const ids = await database.transaction(async (em) => [
    await firstRow(em, transactionId),
    await firstRow(em, transactionId),
  ]);
  expect(ids[0]).toEqual(ids[1]);
  expect(await firstRow(database.fork(), transactionId)).not.toEqual(ids[0]);
});

test('what fails leaves nothing, and its connection serves the next', async () => {
  const before = await firms();
  const failing = database.transaction(async (em) => {
    await run(
      em,
      sql`insert into workspace (name, mode, zone, currency) values (${'Gone'}, 'sandbox', 'UTC', 'USD')`,
    );
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  const refused = database.transaction((em) => run(em, sql`select ${1}::int / 0`));
  await expect(refused).rejects.toThrow('division by zero');
  expect(await firms()).toBe(before);
});
