import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { lastly } from '#db/lastly.ts';
import { openDatabase, type Database } from '#db/orm.ts';
import { firstRow, rows, run, sql } from '#db/sql.ts';
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

test('a restart of the server takes no connection from the pool, however many transactions it interrupts', async () => {
  const small = await openDatabase(w.databaseUrl, { poolSize: 2, name: 'throughline-test-lost' });
  const end = sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'throughline-test-lost' and query like '%pg_sleep%'`;
  for (let time = 0; time < 3; time++) {
    const interrupted = small.transaction((em) => firstRow(em, sql`select pg_sleep(30)`));
    const outcome = interrupted.then(
      () => 'went on',
      () => 'lost',
    );
    await vi.waitFor(async () =>
      expect((await rows(database.fork(), end)).length).toBeGreaterThan(0),
    );
    expect(await outcome).toBe('lost');
  }
  const found = await small.transaction((em) => firstRow(em, sql`select 1 as one`));
  expect(found).toEqual({ one: 1 });
  await small.close();
});

const insertFirm = (name: string) =>
  sql`insert into workspace (name, mode, zone, currency) values (${name}, 'sandbox', 'UTC', 'USD')`;

test('what is left for last is written after all else, and is committed', async () => {
  const before = await firms();
  const within = await database.transaction(async (em) => {
    lastly(em, 'Second', insertFirm('Second'));
    lastly(em, 'Third', insertFirm('Third'));
    await run(em, insertFirm('First'));
    return firstRow(em, sql`select count(*) as n from workspace`);
  });
  expect(within).toEqual({ n: (before ?? 0) + 1 });
  expect(await firms()).toBe((before ?? 0) + 3);
});

test('many are left for last as well as few', async () => {
  const before = await firms();
  await database.transaction(async (em) => {
    for (let n = 0; n < 20; n++) lastly(em, `${n}`, insertFirm(`One of many ${n}`));
  });
  expect(await firms()).toBe((before ?? 0) + 20);
});

test('two of one row are left for last as well as two of two', async () => {
  const letter = (name: string, added: string) =>
    sql`update workspace set locale = locale || ${added} where name = ${name}`;
  await database.transaction(async (em) => {
    await run(em, insertFirm('Twice'));
    for (const added of ['a', 'b', 'c']) lastly(em, 'Twice', letter('Twice', added));
  });
  const twice = sql`select locale as letters from workspace where name = 'Twice'`;
  expect(await firstRow(database.fork(), twice)).toEqual({ letters: 'en-USabc' });
});

test('a last statement that fails leaves nothing of its transaction, and its connection serves the next', async () => {
  const before = await firms();
  const failing = database.transaction(async (em) => {
    await run(em, insertFirm('Gone'));
    lastly(em, 'none', sql`select ${1}::int / 0`);
  });
  await expect(failing).rejects.toThrow('division by zero');
  expect(await firms()).toBe(before);
  await database.transaction((em) => run(em, insertFirm('Here')));
  expect(await firms()).toBe((before ?? 0) + 1);
});

test('work that fails leaves its last statements undone', async () => {
  const before = await firms();
  const failing = database.transaction(async (em) => {
    lastly(em, 'Never', insertFirm('Never'));
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await firms()).toBe(before);
});

test('nothing is left for last where no transaction ends', () => {
  expect(() => lastly(database.fork(), 'Lost', insertFirm('Lost'))).toThrow('only within');
});
