import { describe, expect, it } from 'vitest';
import { isSettled, isUnderway, partsThatMayBe } from '#domain/history/call-parts.ts';

const hourMs = 3_600_000;
const now = Date.parse('2026-11-20T12:00:00Z');
const all = {
  callId: 'AC1',
  recordings: [],
  voicemail: null,
  summary: { state: 'completed', lines: [], nextSteps: [] },
  transcript: { state: 'completed', turns: [] },
} as const;

describe('the parts of a call', () => {
  it.each([
    ['that was taken', { answered: true }, ['recordings', 'summary', 'transcript']],
    ['that nobody took', { answered: false }, ['voicemail']],
    ['that nobody took there', { direction: 'out', answered: false }, []],
    [
      'of which nothing is known',
      { unsure: true },
      ['recordings', 'voicemail', 'summary', 'transcript'],
    ],
  ] as const)('are asked for where they can be: of one %s', (_, call, parts) => {
    expect(partsThatMayBe({ direction: 'in', answered: false, unsure: false, ...call })).toEqual(
      parts,
    );
  });

  it.each([
    [
      'a recording',
      { recordings: [{ id: 'R', url: null, contentType: 'audio/mpeg', durationS: 1 }] },
    ],
    ['a voicemail', { voicemail: { url: null, durationS: 3, text: null } }],
    ['a summary', { summary: { state: 'in-progress', lines: [], nextSteps: [] } }],
    ['a transcript', { transcript: { state: 'in-progress', turns: [] } }],
  ] as const)('are under way while %s is being made, however long ago the call was', (_, part) => {
    const parts = { ...all, ...part };
    expect(isUnderway(parts)).toBe(true);
    expect(isSettled(parts, { at: now - 99 * hourMs, now })).toBe(false);
  });

  it('are settled once they are all there, and a missing one after a day', () => {
    const whole = { ...all, voicemail: { url: 'https://a.example/1', durationS: 3, text: null } };
    expect(isSettled(whole, { at: now, now })).toBe(true);
    expect(isSettled(all, { at: now - 23 * hourMs, now })).toBe(false);
    expect(isSettled(all, { at: now - 25 * hourMs, now })).toBe(true);
  });
});
