import { expect, test } from 'vitest';
import { callOutcome, type CallOutcome } from '#domain/history/call-record.ts';
import { callStatuses, type CallStatus } from '#domain/history/exchange.ts';

const at = '2026-11-17T14:00:00.000Z';
const left = { durationS: 23, text: null };

test.each<[CallStatus, 'in' | 'out', CallOutcome]>([
  ['queued', 'out', 'ringing'],
  ['ringing', 'in', 'ringing'],
  ['in-progress', 'in', 'talking'],
  ['completed', 'in', 'missed'],
  ['completed', 'out', 'no-answer'],
  ['missed', 'in', 'missed'],
  ['no-answer', 'out', 'no-answer'],
  ['busy', 'out', 'busy'],
  ['failed', 'out', 'not-connected'],
  ['canceled', 'in', 'hung-up'],
  ['abandoned', 'in', 'hung-up'],
  ['forwarded', 'in', 'forwarded'],
  ['answered', 'in', 'answered'],
  ['unknown', 'in', 'unknown'],
])('a call that nobody took and that is %s (%s) is told as %s', (status, direction, outcome) => {
  expect(callOutcome({ status, answeredAt: null, voicemail: null }, direction)).toBe(outcome);
});

test('a call that somebody took was answered, whatever it is called afterwards', () => {
  const over = callStatuses.filter((status) =>
    ['completed', 'no-answer', 'canceled', 'unknown'].includes(status),
  );
  expect(
    over.map((status) => callOutcome({ status, answeredAt: at, voicemail: left }, 'in')),
  ).toEqual(['answered', 'answered', 'answered', 'answered']);
  expect(callOutcome({ status: 'ringing', answeredAt: at, voicemail: null }, 'in')).toBe('talking');
});

test('a missed call with a voicemail is told as the voicemail', () => {
  expect(callOutcome({ status: 'missed', answeredAt: null, voicemail: left }, 'in')).toBe(
    'voicemail',
  );
});
