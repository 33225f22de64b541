import { load } from 'cheerio';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RUTH } from '../running.ts';
import { startQuo, WEBHOOK } from './quo.ts';
import { waitForTypes } from './told.ts';

let sandbox: Awaited<ReturnType<typeof startQuo>>;
beforeAll(async () => {
  sandbox = await startQuo({ size: 0, webhook: WEBHOOK });
});
afterAll(() => sandbox.close());

test('a phone can write to a number of Quo, and shows the calls between its messages', async () => {
  const number = (await sandbox.quo.list('/phone-numbers')).data[0]!;
  const to = String(number['number']);
  await sandbox.write(RUTH, { to, body: 'Nobody picks up' });
  await sandbox.quo.control('/calls', 'POST', { from: RUTH, to, outcome: 'missed' });
  const missed = ['message.received', 'call.ringing', 'call.completed'];
  await waitForTypes(sandbox.receiver.posted, 'v1', missed);
  await sandbox.write(RUTH, { to, body: 'Call me' });
  const $ = load(await (await fetch(`${sandbox.url}/?phone=${RUTH}`)).text());
  const shown = $('#screen .out p').map((_, bubble) => $(bubble).text());
  expect([...shown]).toEqual(['Nobody picks up', 'Call, no-answer', 'Call me']);
  const options = $('#say-to option').map((_, option) => $(option).text());
  expect([...options].filter((text) => text.endsWith('· Quo'))).toHaveLength(16);
  expect($('#say-to option[selected]').attr('value')).toBe(to);
});
