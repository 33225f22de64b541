import { describe, expect, test } from 'vitest';
import type { CallRecord } from '#domain/history/call-record.ts';
import { Conversation } from '#web/inbox/conversation.tsx';
import { Transcript } from '#web/inbox/transcript.tsx';
import type { CallTranscript, SaidEntry, ThreadEntry } from '#web/inbox/types.ts';
import { clock } from '#web/inbox/words.ts';
import { markup, parse } from '#test/support/html.ts';
import { seatedUi } from '#test/support/ui.ts';
import { answeredCall, audio, called, openProps, said } from './samples.ts';

const ui = seatedUi();
const thread = (...entries: ThreadEntry[]) =>
  parse(markup(<Conversation ui={ui} {...openProps(entries)} />));
const headline = (call: Partial<CallRecord>, change: Partial<SaidEntry> = {}) =>
  thread(called(call, change))('.call-head').text();
const untaken = { answeredAt: null, durationS: null };

describe('a call', () => {
  test.each<[string, Partial<CallRecord>, Partial<SaidEntry>]>([
    ['Answered by Dana, 4 min 12 sec', {}, {}],
    ['Answered, 4 min 12 sec', { answeredBy: null }, {}],
    ['Answered by Ines, 4 min 12 sec', { answeredBy: null }, { person: 'Ines Duarte' }],
    ['They answered, 4 min 12 sec', {}, { direction: 'out' }],
    ['Missed call', { ...untaken, status: 'missed' }, {}],
    ['No answer', { ...untaken, status: 'no-answer' }, { direction: 'out' }],
    ['Voicemail, 0:23', { ...untaken, status: 'missed', voicemail: left(23) }, {}],
    ['Voicemail', { ...untaken, status: 'missed', voicemail: left(null) }, {}],
    ['Forwarded to (603) 555-0198', { status: 'forwarded', forwardedTo: '+16035550198' }, {}],
    ['They hung up before anyone answered', { ...untaken, status: 'abandoned' }, {}],
    ['Ended before they answered', { ...untaken, status: 'canceled' }, { direction: 'out' }],
    ['Ringing now', { ...untaken, status: 'ringing' }, {}],
    ['On the line now', { status: 'in-progress' }, {}],
    ['A call; how it ended is not known', { ...untaken, status: 'unknown' }, {}],
  ])('is told as: %s', (words, call, change) => {
    expect(headline(call, change)).toBe(words);
  });

  test('of theirs stands under their name, also when one of ours took it', () => {
    const page = thread(called({}, { author: { id: 'u2', name: 'Dana Whitcomb' } }));
    expect(page('#talk header b').text()).toBe('Ruth Halloran');
  });

  test('that was not recorded says so once the provider was asked', () => {
    const words = (partsRead: boolean) => thread(called({ partsRead }))('.call').text();
    expect(words(true)).toContain('This call was not recorded.');
    expect(words(false)).not.toContain('recorded');
  });

  test.each([
    ['The recording is being fetched.', { state: 'pending', linked: true }],
    ['The provider is still preparing the recording.', { state: 'pending', linked: false }],
    ['could not be fetched: it is larger than 50 MB.', { state: 'failed', error: 'too-large' }],
    ['could not be fetched: the link to it has ended.', { state: 'failed', error: 'gone' }],
    ['could not be fetched.', { state: 'failed', error: null }],
    ['download it to listen', { contentType: 'audio/amr' }],
  ] as const)('whose recording cannot be heard says: %s', (words, change) => {
    const page = thread(called({}, { audio: [audio(change)] }));
    expect(page('.call').text()).toContain(words);
    expect(page('audio').length).toBe(0);
  });

  test.each(['absent', 'in-progress', 'failed'] as const)(
    'with a summary and a transcript that are %s has a sentence for each',
    (state) => {
      const summary = { state, lines: [], nextSteps: [] };
      const page = thread(called({ summary, transcript: { state, turns: 0 } }));
      expect(page('.call > p.muted').length).toBe(3);
      expect(page('.call details').length).toBe(0);
    },
  );
});

describe('a transcript', () => {
  const turn = (start: number, change: Partial<CallTranscript['turns'][number]> = {}) => ({
    start,
    end: start + 5,
    text: 'Hello',
    number: null,
    personId: null,
    person: null,
    ...change,
  });
  const transcript: CallTranscript = {
    turns: [
      turn(0, { number: '+16035550102' }),
      turn(5.5, { person: 'Dana Whitcomb' }),
      turn(75, { number: '+16035550161' }),
      turn(3700, { number: '+16035550177' }),
    ],
    recordingId: 'r1',
    address: '+16035550102',
    sender: '+16035550161',
  };
  const shown = (change: Partial<CallTranscript> = {}) =>
    parse(
      markup(<Transcript ui={ui} transcript={{ ...transcript, ...change }} name="Ruth Halloran" />),
    );

  test('names who speaks: them, one of ours, our number, another', () => {
    const names = shown()('.turn b')
      .toArray()
      .map((name) => shown()(name).text());
    expect(names).toEqual(['Ruth', 'Dana', 'Alder & Tide', '(603) 555-0177']);
  });

  test('leads each turn to its second where there is a recording to hear', () => {
    const page = shown();
    const seconds = page('button.turn')
      .toArray()
      .map((one) => [page(one).attr('data-seek'), page(one).attr('aria-controls')]);
    expect(seconds[1]).toEqual(['5.5', 'audio-r1']);
    expect(shown({ recordingId: null })('button').length).toBe(0);
    expect(shown({ recordingId: null })('.turn').length).toBe(4);
  });

  test('tells seconds as a player does', () => {
    expect([0, 9.9, 75, 3723].map(clock)).toEqual(['0:00', '0:09', '1:15', '1:02:03']);
  });
});

describe('a message to a group', () => {
  const to = ['+16035550161', '+16035550102', '+16035550178'];

  test('names all its recipients and whoever wrote it', () => {
    const page = thread(said({ from: '+16035550177', to }));
    expect(page('#talk header').text()).toContain('(603) 555-0177');
    expect(page('#talk header').text()).toContain(
      'to (603) 555-0161, (603) 555-0102, and (603) 555-0178',
    );
  });

  test('of somebody who was erased says so in the place of its text', () => {
    const page = thread(said({ from: '+16035550177', to, body: '', erased: true }));
    expect(page('#talk footer').text()).toBe('Erased, with the person who wrote it.');
  });

  test('of the person themselves stands under their name', () => {
    const page = thread(said({ from: '+16035550102', to }));
    expect(page('#talk header b').text()).toBe('Ruth Halloran');
  });
});

test('what somebody wrote at the provider is not called automatic', () => {
  const page = thread(
    said({ direction: 'out', state: 'sent' }),
    said({ direction: 'out', state: 'sent', person: 'Ines Duarte' }),
    said({ direction: 'out', state: 'sent', purpose: 'confirmation' }),
  );
  const names = page('#talk header b')
    .toArray()
    .map((name) => page(name).text());
  expect(names).toEqual(['Alder & Tide', 'Ines Duarte', 'Automatic answer']);
});

test('a recording says whose it is and how long', () => {
  const page = thread(called(answeredCall, { audio: [audio()] }));
  expect(page('.call audio').attr('aria-label')).toBe(
    'Recording of the call with Ruth Halloran, 4:12',
  );
  expect(page('.call summary').text()).toBe('SummaryTranscript, 18 turns');
});

function left(durationS: number | null) {
  return { durationS, text: null };
}
