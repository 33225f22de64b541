import { describe, expect, test } from 'vitest';
import { isMissed, isOver } from '#domain/history/exchange.ts';
import {
  readRecording,
  readSummary,
  readTranscript,
  readVoicemail,
} from '#domain/openphone/parts.ts';
import { readCall, readConversation, readMessage, readPerson } from '#domain/openphone/rest.ts';
import { callStatusOf, directionOf, messageStateOf } from '#domain/openphone/words.ts';

const message = {
  id: 'AC1',
  to: ['+16035550101'],
  from: '+12025550118',
  text: 'Is Thursday still open?',
  phoneNumberId: 'PN1',
  direction: 'incoming',
  userId: 'US1',
  status: 'delivered',
  createdAt: '2026-11-20T09:00:00-05:00',
};

describe('a message', () => {
  test('is read with its instant in UTC', () => {
    expect(readMessage(message)).toEqual({
      providerId: 'AC1',
      numberId: 'PN1',
      number: '+16035550101',
      conversationId: null,
      direction: 'in',
      from: '+12025550118',
      to: ['+16035550101'],
      body: 'Is Thursday still open?',
      state: 'received',
      at: '2026-11-20T14:00:00.000Z',
      personId: 'US1',
      media: [],
    });
  });

  test.each([[{ text: null }], [{ text: undefined }], [{ text: '' }]])(
    '%o has no words',
    (change) => {
      expect(readMessage({ ...message, ...change })?.body).toBe('');
    },
  );

  test.each([
    [{ id: undefined }],
    [{ id: '' }],
    [{ createdAt: 'yesterday' }],
    [{ createdAt: null }],
  ])('with %o cannot be read', (change) => {
    expect(readMessage({ ...message, ...change })).toBeNull();
  });

  test('to one may be said without a list', () => {
    expect(readMessage({ ...message, to: '+16035550101' })?.to).toEqual(['+16035550101']);
  });
});

test.each([
  ['in', 'queued', 'received'],
  ['out', 'queued', 'accepted'],
  ['out', 'delivered', 'delivered'],
  ['out', 'failed', 'undelivered'],
  ['out', 'something new', 'sent'],
] as const)('a message %s that is %s is %s', (direction, status, state) => {
  expect(messageStateOf(direction, status)).toBe(state);
});

test('words of later versions are known too', () => {
  expect([directionOf('inbound'), directionOf('incoming'), directionOf('outgoing')]).toEqual([
    'in',
    'in',
    'out',
  ]);
  expect([callStatusOf('no-answer'), callStatusOf('beamed')]).toEqual(['no-answer', 'unknown']);
});

describe('a call', () => {
  const call = {
    id: 'AC2',
    phoneNumberId: 'PN1',
    direction: 'outgoing',
    status: 'no-answer',
    participants: ['+16035550101', '+12025550118'],
    createdAt: '2026-11-20T14:00:00Z',
    answeredAt: null,
    completedAt: '2026-11-20T14:00:20Z',
    duration: 0,
  };

  test('has the other side first who was called, or who called', () => {
    expect(readCall(call)).toMatchObject({
      participants: ['+12025550118'],
      number: '+16035550101',
    });
    const came = { ...call, direction: 'incoming', participants: call.participants.toReversed() };
    expect(readCall(came)).toMatchObject({
      participants: ['+12025550118'],
      number: '+16035550101',
    });
    expect(readCall({ ...call, participants: [] })).toMatchObject({
      participants: [],
      number: null,
    });
  });

  test('is missed where nobody took it and it is over', () => {
    const came = readCall({ ...call, direction: 'incoming', status: 'missed' })!;
    expect([isMissed(came), isOver(came.status)]).toEqual([true, true]);
    expect(isMissed({ ...came, status: 'ringing' })).toBe(false);
    expect(isMissed({ ...came, answeredAt: came.at })).toBe(false);
    expect(isMissed(readCall(call)!)).toBe(false);
  });
});

test('what follows a call may be under way', () => {
  expect(
    readRecording({ id: 'CR1', url: null, type: null, duration: null, status: 'processing' }),
  ).toEqual({
    id: 'CR1',
    url: null,
    contentType: 'audio/mpeg',
    durationS: null,
  });
  expect(
    readVoicemail({ id: 'VM1', recordingUrl: null, duration: null, transcript: null }),
  ).toEqual({
    url: null,
    durationS: null,
    text: null,
  });
  expect(readSummary({ status: 'in-progress', summary: null, nextSteps: null })).toEqual({
    state: 'in-progress',
    lines: [],
    nextSteps: [],
  });
  const turn = { content: 'Hello', start: 0.4, end: 1.2, identifier: '+12025550118', userId: null };
  expect(readTranscript({ status: 'completed', dialogue: [turn, 'noise'] })).toEqual({
    state: 'completed',
    turns: [{ start: 0.4, end: 1.2, text: 'Hello', number: '+12025550118', personId: null }],
  });
});

test('a person without a name is known by the e-mail address', () => {
  const person = { id: 'US1', firstName: null, lastName: '', email: 'Maren@Granite.example' };
  expect(readPerson(person)).toEqual({
    providerId: 'US1',
    name: 'maren@granite.example',
    email: 'maren@granite.example',
  });
});

test('a conversation keeps its people as they are written', () => {
  const read = readConversation({
    id: 'CN1',
    phoneNumberId: 'PN1',
    participants: ['anonymous'],
    name: '',
  });
  expect(read).toMatchObject({
    providerId: 'CN1',
    participants: ['anonymous'],
    name: null,
    lastActivityAt: null,
  });
  expect(readConversation({ id: 'CN1' })).toBeNull();
});
