import { describe, expect, it } from 'vitest';
import { historyPace, type HistoryProgress } from '#domain/history/pace.ts';

const began = new Date('2026-11-17T15:00:00Z');
const after = (seconds: number) => new Date(began.getTime() + seconds * 1000);
const at = (changes: Partial<HistoryProgress> = {}): HistoryProgress => ({
  state: 'running',
  phase: 'exchange',
  conversationsTotal: 2000,
  conversations: 500,
  partsTotal: null,
  parts: 0,
  requests: 1500,
  pacedAt: began,
  pacedRequests: 1380,
  pacedDone: 440,
  requestsPerMinute: null,
  donePerMinute: null,
  ...changes,
});

describe('the pace of an import', () => {
  it('is what it asked and did since its measuring began', () => {
    // 120 requests and 60 conversations in half a minute; 1,500 conversations are left.
    expect(historyPace(at(), after(30))).toEqual({
      requestsPerSecond: 4,
      leftMs: 12.5 * 60_000,
    });
  });

  it('is the one of the minute before while too little is measured', () => {
    const known = at({ requestsPerMinute: 270, donePerMinute: 100 });
    expect(historyPace(known, after(14))).toEqual({
      requestsPerSecond: 4.5,
      leftMs: 15 * 60_000,
    });
  });

  it('is not known at the beginning', () => {
    expect(historyPace(at(), after(14))).toEqual({ requestsPerSecond: null, leftMs: null });
  });

  it('leaves the time open while the total is not known, and where nothing gets done', () => {
    expect(historyPace(at({ conversationsTotal: null }), after(30)).leftMs).toBeNull();
    expect(historyPace(at({ phase: 'conversations' }), after(30)).leftMs).toBeNull();
    expect(historyPace(at({ pacedDone: 500 }), after(30)).leftMs).toBeNull();
  });

  it('counts the calls whose parts are read, once it is at them', () => {
    const parts = at({
      phase: 'parts',
      conversations: 2000,
      partsTotal: 400,
      parts: 100,
      pacedDone: 2000,
    });
    expect(historyPace(parts, after(60)).leftMs).toBe(3 * 60_000);
  });

  it.each(['paused', 'complete', 'failed', 'cancelled'] as const)(
    'of one that is %s is none',
    (state) => {
      expect(historyPace(at({ state }), after(30))).toEqual({
        requestsPerSecond: null,
        leftMs: null,
      });
    },
  );
});
