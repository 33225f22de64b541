import { describe, expect, test } from 'vitest';
import { whyUnreachable } from '#domain/inbox/reachable.ts';
import { mayTryAgain } from '#domain/inbox/retry.ts';
import type { Provider } from '#domain/sending/refusals.ts';

const open = { blocked: [], invalidReason: null, lineType: 'mobile', erased: false };

describe('an address', () => {
  test('takes texts unless something closes it, and the gravest reason is told', () => {
    expect(whyUnreachable(open)).toBeNull();
    expect(whyUnreachable({ ...open, blocked: ['email'] })).toBeNull();
    expect(whyUnreachable({ ...open, blocked: ['sms'] })).toBe('opted-out');
    expect(whyUnreachable({ ...open, blocked: ['*'] })).toBe('opted-out');
    expect(whyUnreachable({ ...open, lineType: 'landline' })).toBe('landline');
    expect(whyUnreachable({ ...open, invalidReason: 'not-a-number' })).toBe('invalid-number');
    expect(whyUnreachable({ ...open, erased: true, blocked: ['*'] })).toBe('erased');
  });
});

const from = (provider: Provider, errorCode: string | null) => ({ provider, errorCode });

describe('a second try', () => {
  test('is offered where the reason may pass', () => {
    expect(mayTryAgain('undelivered', from('twilio', '30003'))).toBe(true);
    expect(mayTryAgain('failed', from('twilio', '30008'))).toBe(true);
    expect(mayTryAgain('refused', from('twilio', '21606'))).toBe(true);
    expect(mayTryAgain('undelivered', from('twilio', null))).toBe(true);
    expect(mayTryAgain('refused', from('openphone', '0204403'))).toBe(true);
  });

  test('is not offered where the number takes none, they said no, or every more is worse', () => {
    for (const code of ['30006', '30005', '21610', '30007'])
      expect(mayTryAgain('undelivered', from('twilio', code))).toBe(false);
    expect(mayTryAgain('refused', from('openphone', '0206400'))).toBe(false);
  });

  test('is never offered while the first may still arrive', () => {
    for (const state of ['queued', 'sending', 'unconfirmed', 'sent', 'delivered', 'read'] as const)
      expect(mayTryAgain(state, from('openphone', null))).toBe(false);
  });
});
