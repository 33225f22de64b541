import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { json, RUTH, startSandbox } from '../running.ts';
import { activityOf, everything, quoClient, type Row, startQuo, WEBHOOK } from './quo.ts';
import { waitForTypes } from './told.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'quo-'));
});
afterAll(() => rm(dataDir, { recursive: true }));

test('a restart keeps what people changed and tells what was not taken; the past is not written down', async () => {
  const settings = { requestsPerSecond: 10_000, retryScale: 1 };
  const first = await startQuo({ webhook: WEBHOOK, settings }, { dataDir });
  const numbers = (await first.quo.list('/phone-numbers')).data;
  const [seeded, hidden] = await everything(first.quo, 'messages');
  first.receiver.state.answer = () => 503;
  const { id } = await json<Row>(
    first.quo.control('/messages', 'POST', { from: RUTH, to: numbers[0]!.id, body: 'Before' }),
  );
  await first.quo.control(`/objects/${hidden!.id}`, 'DELETE');
  const contact = { defaultFields: { firstName: 'Wren' }, externalId: 'wren' };
  await first.quo.send('/contacts', 'POST', contact);
  const hook = { url: 'http://127.0.0.1:9/hook', events: ['call.ringing'] };
  const made = await json<{ data: Row }>(first.quo.send('/webhooks/calls', 'POST', hook));
  await vi.waitFor(() => expect(first.receiver.posted).not.toHaveLength(0));
  await first.close();

  const journal = await readFile(join(dataDir, 'sandbox', 'journal.jsonl'), 'utf8');
  expect(journal).toContain('Before');
  expect(journal).not.toContain(String(seeded!['text']).slice(0, 20));
  expect(journal.length).toBeLessThan(5_000);

  const second = await startSandbox({ dataDir });
  const quo = quoClient(second);
  const [told] = await waitForTypes(second.receiver.posted, 'v1', ['message.received']);
  expect(told!.data.object).toMatchObject({ id, text: 'Before' });
  const withRuth = { id: '', phoneNumberId: numbers[0]!.id, participants: [RUTH] };
  expect(await quo.all(activityOf(withRuth, 'messages'))).toMatchObject([{ id }]);
  expect((await quo.get(`/messages/${hidden!.id}`)).status).toBe(404);
  expect(await quo.one(`/messages/${seeded!.id}`)).toEqual(seeded);
  expect((await quo.list('/contacts?maxResults=1&externalIds=wren')).data).toHaveLength(1);
  expect((await quo.list('/webhooks')).data).toMatchObject([{ key: made.data['key'] }]);
  await second.close();
});

test('a call that was under way goes on after a restart', async () => {
  const pace = { fastestMs: 50, slowestMs: 150 };
  const first = await startQuo({ size: 0, webhook: WEBHOOK }, { dataDir, pace });
  const numbers = (await first.quo.list('/phone-numbers')).data;
  const asked = { from: RUTH, to: numbers[2]!.id };
  const { id } = await json<Row>(first.quo.control('/calls', 'POST', asked));
  await first.close();
  const second = await startSandbox({ dataDir });
  const quo = quoClient(second);
  await vi.waitFor(async () => expect((await quo.get(`/call-transcripts/${id}`)).status).toBe(200));
  expect(await quo.one(`/calls/${id}`)).toMatchObject({ status: 'completed' });
  await second.close();
});
