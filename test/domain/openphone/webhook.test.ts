import { describe, expect, test } from 'vitest';
import { readWebhook } from '#domain/openphone/webhook.ts';
import { call4, callDated, dated, legacy, text3, text4, textDated } from './bodies.ts';

const said = (body: string) => readWebhook(body).said;

const theText = {
  providerId: 'AC1',
  numberId: 'PN1',
  number: '+16035550101',
  direction: 'in',
  from: '+16035550150',
  to: ['+16035550101'],
  body: 'Is Thursday still open?',
  state: 'received',
  at: '2026-11-20T09:30:00.000Z',
  personId: 'US1',
  media: [],
};

describe('a text to us is the same in every version', () => {
  test.each([
    ['v1', legacy('message.received', text3(), 'v1'), 'CN1'],
    ['v2', legacy('message.received', text3(), 'v2'), 'CN1'],
    ['v3', legacy('message.received', text3(), 'v3'), 'CN1'],
    ['v4', legacy('message.received', text4(), 'v4'), null],
    ['2026-03-30', dated('message.received', ...textDated()), 'CN1'],
  ])('%s', (_, body, conversationId) => {
    expect(said(body)).toEqual({ kind: 'message', message: { ...theText, conversationId } });
  });

  test('with its pictures, where they are told', () => {
    const media = [{ url: 'https://files.example/1.png', type: 'image/png' }];
    const files = [{ url: 'https://files.example/1.png', contentType: 'image/png' }];
    for (const body of [
      legacy('message.received', text3({ media, body: null }), 'v3'),
      legacy('message.received', text4({ media, text: undefined })),
      dated('message.received', ...textDated({ media, text: '' })),
    ]) {
      expect(said(body)).toMatchObject({ message: { body: '', media: files } });
    }
  });

  test('to a group with all whom it went to', () => {
    const to = ['+16035550101', '+16035550160'];
    expect(said(legacy('message.received', text4({ to })))).toMatchObject({ message: { to } });
    const [resource, context] = textDated();
    const group = { ...context, recipientIdentifiers: to };
    expect(said(dated('message.received', resource, group))).toMatchObject({ message: { to } });
  });
});

describe('what became of a message of the firm', () => {
  const ours = { direction: 'outgoing', from: '+16035550101', to: '+16035550150' };

  test('is its state, with who was written to', () => {
    const body = legacy('message.delivered', text4({ ...ours, status: 'delivered' }));
    expect(said(body)).toMatchObject({
      kind: 'status',
      message: {
        direction: 'out',
        state: 'delivered',
        number: '+16035550101',
        to: ['+16035550150'],
      },
      errorCode: null,
    });
  });

  test.each([
    ['message.undelivered', '30003', 'undelivered', '30003'],
    ['message.failed', null, 'undelivered', 'failed'],
    ['message.delivered', null, 'delivered', null],
  ])('%s of the dated family', (type, errorCode, state, code) => {
    const [resource] = textDated({ direction: 'outgoing', status: 'queued', errorCode });
    const context = { senderIdentifier: '+16035550101', recipientIdentifiers: ['+16035550150'] };
    expect(said(dated(type, resource, context))).toMatchObject({
      kind: 'status',
      message: { state },
      errorCode: code,
    });
  });
});

describe('a call', () => {
  const theCall = {
    providerId: 'AC9',
    numberId: 'PN1',
    number: '+16035550101',
    direction: 'in',
    participants: ['+16035550150'],
    status: 'completed',
    at: '2026-11-20T09:30:00.000Z',
    answeredAt: '2026-11-20T09:30:05.000Z',
    completedAt: '2026-11-20T09:31:05.000Z',
    durationS: 60,
    personId: 'US1',
  };

  test.each([
    ['v3', legacy('call.completed', call4({ conversationId: 'CN1' }), 'v3')],
    ['v4', legacy('call.completed', call4())],
    ['2026-03-30', dated('call.completed', ...callDated())],
  ])('is the same in %s', (_, body) => {
    expect(said(body)).toMatchObject({ kind: 'call', call: theCall, parts: null, ask: false });
  });

  test('that rings has no end, whatever its object says', () => {
    const body = legacy('call.ringing', call4({ status: 'completed', completedAt: null }));
    expect(said(body)).toMatchObject({ call: { status: 'ringing', completedAt: null } });
  });

  test('without participants tells of nobody on the other side', () => {
    expect(said(legacy('call.completed', call4({ participants: [] })))).toMatchObject({
      call: { participants: [] },
    });
    const [resource] = callDated();
    const context = { participants: { external: [], workspace: [], resolution: 'unavailable' } };
    expect(said(dated('call.completed', resource, context))).toMatchObject({
      call: { participants: [] },
    });
  });

  test('made by us names who was called', () => {
    const participants = ['+16035550101', '+16035550150'];
    const body = legacy('call.completed', call4({ direction: 'outgoing', participants }));
    expect(said(body)).toMatchObject({
      call: { direction: 'out', participants: ['+16035550150'], number: '+16035550101' },
    });
  });

  test('that nobody took may have a voicemail, which v1 to v4 do not tell', () => {
    const missed = { status: 'no-answer', answeredAt: null, answeredBy: null, duration: 0 };
    expect(said(legacy('call.completed', call4(missed)))).toMatchObject({ ask: true });
    expect(said(dated('call.completed', ...callDated(missed)))).toMatchObject({ ask: false });
  });

  test('has its recordings in v4, and asks for their ids where v3 tells none', () => {
    const recording = {
      id: 'CR1',
      url: 'https://files.example/1.mp3',
      type: 'audio/mpeg',
      duration: 60,
    };
    const body = legacy('call.recording.completed', call4({ recordings: [recording] }));
    expect(said(body)).toMatchObject({
      parts: {
        callId: 'AC9',
        recordings: [
          {
            id: 'CR1',
            url: 'https://files.example/1.mp3',
            contentType: 'audio/mpeg',
            durationS: 60,
          },
        ],
      },
      ask: false,
    });
    const { id: _, ...medium } = recording;
    const old = legacy('call.recording.completed', call4({ media: [medium] }), 'v3');
    expect(said(old)).toMatchObject({ kind: 'call', parts: null, ask: true });
  });

  test('has its voicemail beside it until v3', () => {
    const voicemail = { url: 'https://files.example/1.wav', type: 'audio/wav', duration: 9 };
    expect(said(legacy('call.completed', call4({ voicemail }), 'v2'))).toMatchObject({
      parts: { voicemail: { url: 'https://files.example/1.wav', durationS: 9, text: null } },
    });
  });
});

describe('what belongs to a call', () => {
  const lines = { summary: ['They asked for a date.'], nextSteps: ['Call back.'] };
  const turn = { content: 'Hello', start: 0, end: 1.5, identifier: '+16035550150', userId: null };

  test.each([
    ['v4', legacy('call.summary.completed', { callId: 'AC9', status: 'completed', ...lines })],
    [
      '2026-03-30',
      dated('call.summary.completed', { callId: 'AC9', processingStatus: 'completed', ...lines }),
    ],
  ])('a summary in %s', (_, body) => {
    expect(said(body)).toEqual({
      kind: 'parts',
      parts: {
        callId: 'AC9',
        summary: { state: 'completed', lines: lines.summary, nextSteps: lines.nextSteps },
      },
    });
  });

  test('a transcript with who speaks when', () => {
    const object = { callId: 'AC9', status: 'completed', dialogue: [turn] };
    expect(said(legacy('call.transcript.completed', object))).toMatchObject({
      parts: {
        transcript: { turns: [{ start: 0, end: 1.5, text: 'Hello', number: '+16035550150' }] },
      },
    });
  });

  test('a voicemail of the dated family', () => {
    const object = {
      callId: 'AC9',
      duration: 9,
      transcript: 'Call me',
      recordingUrl: 'https://f.example/v',
    };
    expect(said(dated('call.voicemail.completed', object))).toMatchObject({
      parts: { voicemail: { url: 'https://f.example/v', durationS: 9, text: 'Call me' } },
    });
  });
});

describe('what is of no use', () => {
  test.each(['contact.updated', 'contact.deleted', 'task.created', 'call.menu.selected'])(
    '%s changes nothing',
    (type) => {
      expect(said(dated(type, { id: 'CT1' }))).toEqual({ kind: 'directory', about: 'CT1' });
    },
  );

  test.each(['test', 'ping', 'webhook.test'])('%s is no event', (type) => {
    expect(said(legacy(type, {}))).toEqual({ kind: 'ignored' });
  });

  test.each([
    ['not json', '<html>', 'not-json'],
    ['no object', '7', 'no-type'],
    ['no type', '{"id":"EV1"}', 'no-type'],
    ['a type that we do not know', legacy('message.translated', text4()), 'unknown-type'],
    ['a message without id', legacy('message.received', text4({ id: '' })), 'no-message-id'],
    [
      'a message without an instant',
      legacy('message.received', text4({ createdAt: 'x' })),
      'no-message-id',
    ],
    ['a call without id', legacy('call.completed', call4({ id: undefined })), 'no-call-id'],
    ['a summary of no call', legacy('call.summary.completed', {}), 'no-call-id'],
    ['data that is no object', '{"type":"message.received","data":[]}', 'no-message-id'],
  ])('%s has a reason', (_, body, code) => {
    expect(said(body)).toEqual({ kind: 'malformed', code });
  });
});
