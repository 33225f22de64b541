import { describe, expect, test } from 'vitest';
import { accountSync, syncState, type AccountHealth, type Repair } from '#domain/sync/health.ts';

const now = new Date('2026-11-20T12:00:00Z');
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

const well: AccountHealth = {
  accountId: '0199a000-0000-7000-8000-000000000001',
  name: 'Desk',
  provider: 'openphone',
  accountState: 'active',
  connectedAt: minutesAgo(10_000),
  lastEventAt: minutesAgo(3),
  lag: { medianMs: 40, slowestMs: 900 },
  waiting: 0,
  waitingSeconds: 0,
  badSignatures: 0,
  badSignatureAt: null,
  quarantined: 0,
  deadLetters: 0,
  watchedAt: minutesAgo(4),
  foundTexts: 0,
  foundAt: null,
  gap: null,
  night: null,
};

const repair: Repair = {
  importId: '0199a000-0000-7000-8000-000000000002',
  state: 'complete',
  since: minutesAgo(90),
  startedAt: minutesAgo(60),
  finishedAt: minutesAgo(58),
  written: 3,
  changed: 1,
};

const verdict = (change: Partial<AccountHealth>) => accountSync({ ...well, ...change }, now);

test('an account whose news come is well', () => {
  expect(verdict({})).toEqual({ state: 'well', reasons: [] });
});

test('nobody wrote for weeks: that is well too, while the watch looks', () => {
  expect(verdict({ lastEventAt: minutesAgo(40_000) }).state).toBe('well');
});

describe('late, and it mends itself', () => {
  test.each([
    ['webhooks wait for more than a minute', { waiting: 4, waitingSeconds: 61 }, 'waiting'],
    [
      'a gap is being closed',
      { gap: { ...repair, state: 'running', finishedAt: null } },
      'gap-open',
    ],
    ['a gap could not be closed', { gap: { ...repair, state: 'failed' } }, 'gap-open'],
    ['nobody has looked for a quarter of an hour', { watchedAt: minutesAgo(16) }, 'watch-silent'],
    ['nobody has ever looked', { watchedAt: null }, 'watch-silent'],
    ['texts had to be asked for', { foundTexts: 2, foundAt: minutesAgo(50) }, 'texts-found'],
    [
      'nobody has looked at Twilio for a quarter of an hour',
      { provider: 'twilio', watchedAt: minutesAgo(16) },
      'watch-silent',
    ],
    ['the last night had to write', { night: repair }, 'drift'],
    [
      'something lies in the quarantine and later webhooks fit',
      { badSignatures: 2, badSignatureAt: minutesAgo(30) },
      'quarantine',
    ],
  ] as const)('%s', (_, change, reason) => {
    expect(verdict(change)).toEqual({ state: 'late', reasons: [reason] });
  });
});

describe('trouble, and somebody must act', () => {
  test.each([
    ['the account was refused', { accountState: 'refused' }, 'account-refused'],
    ['no signature fits since', { badSignatures: 1, badSignatureAt: minutesAgo(1) }, 'signatures'],
    ['there is a dead letter', { deadLetters: 1 }, 'dead-letters'],
  ] as const)('%s', (_, change, reason) => {
    expect(verdict(change)).toEqual({ state: 'trouble', reasons: [reason] });
  });
});

describe('no reason to worry', () => {
  test.each([
    ['an account that was connected just now', { watchedAt: null, connectedAt: minutesAgo(5) }],
    ['a paused account is not watched', { accountState: 'paused', watchedAt: minutesAgo(900) }],
    ['a gap that was closed', { gap: repair }],
    ['the drift of the night before last', { night: { ...repair, startedAt: minutesAgo(1441) } }],
    ['a night without drift', { night: { ...repair, written: 0 } }],
    ['callers without any signature', { quarantined: 9 }],
  ] as const)('%s', (_, change) => {
    expect(verdict(change as Partial<AccountHealth>).state).toBe('well');
  });
});

test('the worst of all accounts counts', () => {
  const late = { ...well, waitingSeconds: 90 };
  const trouble = { ...well, deadLetters: 1 };
  expect(syncState([], now)).toBe('well');
  expect(syncState([well, late], now)).toBe('late');
  expect(syncState([late, trouble, well], now)).toBe('trouble');
});
