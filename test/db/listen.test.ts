import { afterAll, beforeAll, expect, test } from 'vitest';
import { listen } from '#db/listen.ts';
import { run, sql } from '#db/sql.ts';
import { openOffice, type Office } from './events/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

test('a listener comes back by itself when its connection is cut, and says that words were missed', async () => {
  let heard = 0;
  const name = 'listen-test';
  const listener = listen(office.url, { channel: 'ui', name, heard: () => (heard += 1) });
  await expect.poll(() => listener.isUp()).toBe(true);
  expect(heard).toBe(1);
  await run(office.database.fork(), sql`select pg_notify('ui', '')`);
  await expect.poll(() => heard).toBe(2);
  await run(
    office.database.fork(),
    sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = ${name}`,
  );
  await expect.poll(() => heard, { timeout: 5000 }).toBe(3);
  await run(office.database.fork(), sql`select pg_notify('ui', '')`);
  await expect.poll(() => heard).toBe(4);
  await listener.close();
});
