import { describe, expect, test } from 'vitest';
import { recordedHistories } from '#test/support/histories/files.ts';
import type { History } from '#test/support/histories/history.ts';
import { whatItTells } from '#test/support/histories/search.ts';

const clean = recordedHistories().find(({ name }) => name === 'membership-replied')!.history;

const payload = (content: unknown) => ({
  metadata: { encoding: Buffer.from('json/plain').toString('base64') },
  data: Buffer.from(JSON.stringify(content)).toString('base64'),
});

/** A history in which an activity was given this. */
const given = (content: unknown): History => ({
  events: [
    ...clean.events,
    {
      eventId: '99',
      eventType: 'EVENT_TYPE_ACTIVITY_TASK_SCHEDULED',
      activityTaskScheduledEventAttributes: { input: { payloads: [payload(content)] } },
    },
  ],
});

/** A history in which an activity failed with this. */
const failedWith = (failure: object): History => ({
  events: [
    ...clean.events,
    {
      eventId: '99',
      eventType: 'EVENT_TYPE_ACTIVITY_TASK_STARTED',
      activityTaskStartedEventAttributes: { lastFailure: failure },
    },
  ],
});

const kinds = (history: History) => whatItTells(history).map((found) => found.split(': ')[0]);

test('what the product writes into histories is no finding', () => {
  expect(whatItTells(clean)).toEqual([]);
  const ids = { membershipId: crypto.randomUUID(), dueAt: Date.now(), why: 'campaign-paused' };
  const instant = '2026-11-21T06:37:34Z';
  expect(whatItTells(given([ids, '20003', 'ECONNREFUSED', instant, null, true]))).toEqual([]);
  expect(whatItTells(failedWith({ message: 'not ready: gone', stackTrace: '' }))).toEqual([]);
});

describe('a payload', () => {
  test.each([
    ['a name of anybody', 'Zebulon'],
    ['a text of anybody', 'may I come on friday'],
    ['an address as the key of a value', { 'someone@mail.example': 1 }],
    ['a name within JSON within JSON', JSON.stringify({ inner: JSON.stringify(['Zebulon']) })],
  ])('may not hold %s, whose world we need not know', (_, content) => {
    expect(kinds(given({ content }))).toContain('no id and no code');
  });

  test.each([
    ['a customer of the demo', { name: 'Walt' }],
    ['somebody of the other firm', { name: 'Verhaegen' }],
    ['somebody of the list that the tests import, as it is shouted there', { name: 'THOMAS' }],
    ['a person of the bench', { name: 'Person' }],
    ['a caller of the Quo workspace', { name: 'Noirhomme' }],
  ])('may not name %s', (_, content) => {
    expect(kinds(given(content))).toContain('a name');
  });

  test.each(['+16035550101', '13055550190', '(603) 555-0101', '603.555.0199', 16035550101])(
    'may not hold the number %s',
    (number) => {
      expect(whatItTells(given({ number })).join()).toMatch(/number|no id and no code/);
    },
  );
});

describe('a failure', () => {
  test.each([
    ['a name', 'no consent of Halloran'],
    ['a text', 'refused: "14 Gates St"'],
    ['a text', 'body was: We fit storm windows on your street before the cold comes'],
    ['a number', 'cannot send to +12075550103'],
    ['an e-mail address', 'bounced: ruth@halloran.example'],
    ['an id of the provider', 'no message SM5eed0a1de7a2d71de5eed0a1de7a2d71'],
    ['a place on a machine', 'ENOENT: /srv/throughline/blobs/1'],
    ['a place on a machine', 'thrown in node_modules/pg'],
    ['a machine', 'connect ECONNREFUSED 127.0.0.1:5432'],
    ['a machine', 'getaddrinfo ENOTFOUND db.internal:5432'],
    ['a machine', 'http://sandbox is away'],
  ])('may not tell %s', (kind, message) => {
    expect(kinds(failedWith({ message }))).toContain(kind);
  });

  test('brings no stack along: it would tell where the code lay', () => {
    const stackTrace = 'Error: line-busy\n    at deliver (/srv/app/activities/deliver.ts:3:9)';
    expect(kinds(failedWith({ message: 'line-busy', stackTrace }))).toContain(
      'a place on a machine',
    );
  });
});

test('a worker is not called by its process and host', () => {
  const [started] = clean.events;
  const named = JSON.parse(
    JSON.stringify(started).replaceAll('"worker"', '"4711@workshop"'),
  ) as History['events'][number];
  expect(JSON.stringify(named)).toContain('4711@workshop');
  expect(kinds({ events: [named] })).toContain('a machine');
});
