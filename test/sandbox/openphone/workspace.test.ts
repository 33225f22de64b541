import { afterAll, beforeAll, expect, test } from 'vitest';
import { CALL_STATUSES } from '../../../sandbox/openphone/records.ts';
import { json } from '../running.ts';
import { ACCOUNT, activityOf, ENDS_AT, everything, type Row, startQuo, storeQuo } from './quo.ts';

let sandbox: Awaited<ReturnType<typeof startQuo>>;
let conversations: Row[];
let messages: Row[];
let calls: Row[];
beforeAll(async () => {
  sandbox = await startQuo();
  conversations = await sandbox.quo.all('/conversations?maxResults=100');
  messages = await everything(sandbox.quo, 'messages');
  calls = await everything(sandbox.quo, 'calls');
});
afterAll(() => sandbox.close());

const texts = () => messages.map((one) => String(one['text']));

test('a fiftieth holds 3 users, 16 numbers, 40 conversations, 1,200 messages and 80 calls', async () => {
  expect((await sandbox.quo.list('/users?maxResults=50')).data).toHaveLength(3);
  expect((await sandbox.quo.list('/phone-numbers')).data).toHaveLength(16);
  expect([conversations, messages, calls].map((rows) => rows.length)).toEqual([40, 1200, 80]);
  const ids = [...conversations, ...messages, ...calls].map((one) => one.id);
  expect(new Set(ids).size).toBe(1320);
});

test('any size holds thirty messages and two calls for each conversation', async () => {
  const odd = await startQuo({ size: 1 / 200 });
  expect(await odd.quo.all('/conversations?maxResults=100')).toHaveLength(10);
  expect(await everything(odd.quo, 'messages')).toHaveLength(300);
  expect(await everything(odd.quo, 'calls')).toHaveLength(20);
  await odd.close();
});

test('the same seed holds the same things in another process, another seed others', async () => {
  const other = await startQuo({ seed: 8 });
  const again = await startQuo({});
  const first = activityOf(conversations[0]!, 'messages');
  expect(await again.quo.list(first)).toEqual({
    ...(await sandbox.quo.list(first)),
    nextPageToken: expect.toSatisfy(() => true),
  });
  const numbers = (quo: typeof sandbox.quo) => quo.list('/phone-numbers');
  expect(await numbers(again.quo)).toEqual(await numbers(sandbox.quo));
  expect(await numbers(other.quo)).not.toEqual(await numbers(sandbox.quo));
  await Promise.all([other.close(), again.close()]);
});

test('what is in a list is found by its id, and nothing else is', async () => {
  for (const message of messages.slice(0, 30)) {
    expect(await sandbox.quo.one(`/messages/${message.id}`)).toEqual(message);
  }
  for (const call of calls) {
    expect(await sandbox.quo.one(`/calls/${call.id}`)).toMatchObject(call);
    expect((await sandbox.quo.get(`/messages/${call.id}`)).status).toBe(404);
  }
  expect((await sandbox.quo.get('/messages/AC0123456789abcdef01234567')).status).toBe(404);
});

test('people write in groups, on several numbers, in four languages, at length and without words', () => {
  const groups = conversations.filter((one) => (one['participants'] as string[]).length >= 3);
  expect(groups.length).toBeGreaterThan(0);
  const oneToOne = conversations.filter((one) => !groups.includes(one));
  const people = oneToOne.map((one) => (one['participants'] as string[])[0]);
  expect(new Set(people).size).toBeLessThan(people.length);
  const parties = conversations.map((one) =>
    JSON.stringify([one['phoneNumberId'], one['participants']]),
  );
  expect(new Set(parties).size).toBe(40);
  const all = texts().join('\n');
  for (const words of ['gutter', 'rendez-vous', 'afspraak', 'presupuesto', '🙏']) {
    expect(all).toContain(words);
  }
  expect(texts()).toContain('');
  expect(Math.max(...texts().map((text) => text.length))).toBeGreaterThan(1500);
  expect(Math.max(...texts().map((text) => text.length))).toBeLessThanOrEqual(1600);
});

test('all numbers are kept for fiction', () => {
  const parties = messages.flatMap((one) => [one['from'] as string, ...(one['to'] as string[])]);
  for (const number of parties) expect(number).toMatch(/^\+1\d{3}55501\d{2}$/);
});

test('it reaches back two years, ends before the instant that was given, and is listed newest first', () => {
  const instants = messages.map((one) => Date.parse(String(one['createdAt'])));
  const end = Date.parse(ENDS_AT);
  expect(Math.max(...instants)).toBeLessThanOrEqual(end);
  expect(Math.min(...instants)).toBeGreaterThan(end - 732 * 86_400_000);
  expect(Math.min(...instants)).toBeLessThan(end - 400 * 86_400_000);
  const updated = conversations.map((one) => String(one['updatedAt']));
  expect(updated).toEqual([...updated].sort().reverse());
});

test('calls end in every way, and what follows them may be missing, unfinished or there', async () => {
  expect(new Set(calls.map((one) => one['status']))).toEqual(new Set(CALL_STATUSES));
  expect(calls.filter((one) => one['forwardedTo'])).not.toHaveLength(0);
  const found = { summaries: 0, transcripts: 0, voicemails: 0, unread: 0, recordings: 0, none: 0 };
  for (const { id } of calls) {
    const parts = await Promise.all(
      ['summaries', 'transcripts', 'voicemails', 'recordings'].map((kind) =>
        sandbox.quo.get(`/call-${kind}/${id}`),
      ),
    );
    const [summary, transcript, voicemail] = parts.map((answer) => answer.status === 200);
    if (summary) found.summaries += 1;
    else found.none += 1;
    if (transcript) found.transcripts += 1;
    if (voicemail) found.voicemails += 1;
    const left = voicemail ? await json<{ data: Row }>(parts[2]!) : undefined;
    if (left?.data['transcript'] === null) found.unread += 1;
    found.recordings += (await json<{ data: Row[] }>(parts[3]!)).data.length;
  }
  for (const count of Object.values(found)) expect(count).toBeGreaterThan(3);
});

test('both sides speak in a transcript, and who speaks for us is named', async () => {
  const answers = await Promise.all(
    calls.map(({ id }) => sandbox.quo.one(`/call-transcripts/${id}`)),
  );
  const turns = answers.flatMap((one) => (one?.['dialogue'] ?? []) as { userId: string | null }[]);
  expect(turns.some((turn) => turn.userId === null)).toBe(true);
  expect(turns.some((turn) => turn.userId?.startsWith('US'))).toBe(true);
});

test('messages ended in every way', () => {
  const states = new Set(messages.map((one) => one['status']));
  expect(states).toEqual(new Set(['queued', 'sent', 'delivered', 'undelivered']));
});

test('one conversation was deleted', () => {
  expect(conversations.filter((one) => one['deletedAt'] !== null)).toHaveLength(1);
});

test('the past is not written down, and a repeated account keeps its own', async () => {
  const url = `${sandbox.url}/sandbox/accounts`;
  const given = { ...ACCOUNT, id: 'hourly', key: 'another-key', endsAt: undefined, size: 0 };
  const post = () =>
    json<{ endsAt: string }>(
      fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(given),
      }),
    );
  const { endsAt } = await post();
  expect(endsAt).toMatch(/T\d\d:00:00\.000Z$/);
  expect((await post()).endsAt).toBe(endsAt);
  expect((await storeQuo(sandbox.url)).status).toBe(200);
  const listed = await json<{ accounts: object[] }>(fetch(url));
  expect(JSON.stringify(listed)).toContain('"firm"');
  expect(JSON.stringify(listed)).not.toContain(ACCOUNT.key);
});
