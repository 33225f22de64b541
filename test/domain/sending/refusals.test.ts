import { describe, expect, test } from 'vitest';
import { refusalOf, refusalsOf } from '#domain/sending/refusals.ts';

const providers = ['twilio', 'openphone'] as const;

describe('what follows a refusal', () => {
  test.each([
    [20429, 'retry-later'],
    [30001, 'retry-later'],
    [21211, 'invalid-address'],
    [30005, 'invalid-address'],
    [21614, 'landline'],
    [30006, 'landline'],
    [21610, 'suppress'],
    [30640, 'suppress'],
    [21606, 'pause-sender'],
    [20003, 'stop-campaign-and-alert'],
    [30002, 'stop-campaign-and-alert'],
    [30007, 'stop-campaign-and-alert'],
    [30034, 'stop-campaign-and-alert'],
    [21408, 'fail'],
    [30004, 'fail'],
  ])('%d: %s', (code, action) => {
    expect(refusalOf('twilio', code)).toMatchObject({ code: String(code), action });
  });

  test('a code that nobody listed fails this message alone and is not repeated', () => {
    expect(refusalOf('twilio', '99999')).toEqual({
      provider: 'twilio',
      code: '99999',
      action: 'fail',
      reason: 'refused',
    });
    expect(refusalOf('twilio', 'toString').action).toBe('fail');
  });

  test.each([
    ['0206400', 'stop-campaign-and-alert'],
    ['0201402', 'stop-campaign-and-alert'],
    ['0204403', 'retry-later'],
    ['0200401', 'stop-campaign-and-alert'],
    ['0200404', 'pause-sender'],
    ['0200400', 'fail'],
    ['21610', 'fail'],
  ])('%s of OpenPhone: %s', (code, action) => {
    expect(refusalOf('openphone', code)).toMatchObject({ code, action });
  });

  test.each(providers)(
    '%s: every repetition has a pause and an end, and nothing else has',
    (of) => {
      for (const { action, retryAfterMs, tries } of refusalsOf(of)) {
        expect([retryAfterMs !== undefined, tries !== undefined]).toEqual(
          Array.from({ length: 2 }, () => action === 'retry-later'),
        );
        expect((retryAfterMs ?? 1) > 0 && (tries ?? 1) > 0).toBe(true);
      }
    },
  );

  test('a reason names one outcome, whoever says it', () => {
    const all = providers.flatMap((provider) => [...refusalsOf(provider)]);
    const byReason = Map.groupBy(all, ({ reason }) => reason);
    for (const group of byReason.values()) {
      expect(new Set(group.map(({ action }) => action)).size).toBe(1);
    }
  });
});
