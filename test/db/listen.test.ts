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
  const heard: string[] = [];
  const name = 'listen-test';
  const channels = ['ui', 'status'] as const;
  const say = (channel: string) =>
    run(office.database.fork(), sql`select pg_notify(${channel}, '')`);
  const listener = listen(office.url, { channels, name, heard: (word) => heard.push(word) });
  await expect.poll(() => listener.isUp()).toBe(true);
  expect(heard.splice(0)).toEqual(['ui', 'status']);
  await say('outbox');
  await say('status');
  await expect.poll(() => heard.splice(0)).toEqual(['status']);
  await run(
    office.database.fork(),
    sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = ${name}`,
  );
  await expect.poll(() => heard, { timeout: 5000 }).toEqual(['ui', 'status']);
  await say('ui');
  await expect.poll(() => heard).toEqual(['ui', 'status', 'ui']);
  await listener.close();
});
