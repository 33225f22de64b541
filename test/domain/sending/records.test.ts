import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intentKeys, workflowIds } from '#domain/names.ts';
import { consentVerdict } from '#domain/sending/consent.ts';
import { estimatePrice } from '#domain/sending/price.ts';
import { afterFact, isFinal, mayBeTaken, rankOf, type SendState } from '#domain/sending/states.ts';
import {
  blockedChannels,
  isSuppressed,
  mayLift,
  type SuppressionRow,
} from '#domain/sending/suppression.ts';

const stop = (channel: string | null = null): SuppressionRow => ({
  channel,
  reason: 'keyword',
  liftedBy: null,
});
const start = (channel: string | null = null): SuppressionRow => ({
  channel,
  reason: 'lifted',
  liftedBy: 'keyword',
});

describe('suppression', () => {
  test('holds until it is lifted, and again after that', () => {
    expect(blockedChannels([stop()])).toEqual(['*']);
    expect(blockedChannels([stop(), start()])).toEqual([]);
    expect(blockedChannels([stop(), start(), stop('sms')])).toEqual(['sms']);
  });

  test('lifting one channel leaves a block of all', () => {
    expect(blockedChannels([stop(), stop('sms'), start('sms')])).toEqual(['*']);
  });

  test('a block of another channel does not concern texts', () => {
    expect([['*'], ['sms'], ['email'], []].map((blocked) => isSuppressed(blocked, 'sms'))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('what a person asked for only that person lifts; an erased address stays closed', () => {
    expect(mayLift('person', 'keyword')).toBe(false);
    expect(mayLift('person', 'provider')).toBe(false);
    expect(mayLift('person', 'import')).toBe(true);
    expect(mayLift('keyword', 'provider')).toBe(true);
    expect(mayLift('keyword', 'erased')).toBe(false);
  });
});

describe('consent', () => {
  test('a basis fills a blank and never a refusal', () => {
    expect(consentVerdict('given', null)).toBe('recorded');
    expect(consentVerdict('none', null)).toBe('not-recorded');
    expect(consentVerdict('none', 'soft-opt-in')).toBe('basis-stated');
    expect(consentVerdict('refused', 'soft-opt-in')).toBe('refused');
  });
});

describe('the states of a send', () => {
  const state = fc.constantFrom<SendState>(
    'queued',
    'held',
    'sending',
    'unconfirmed',
    'accepted',
    'sent',
    'delivered',
    'undelivered',
    'failed',
    'read',
  );

  test('callbacks in any order never lead backwards', () => {
    fc.assert(
      fc.property(state, fc.array(state), (first, facts) => {
        let now = first;
        for (const fact of facts) {
          const next = afterFact(now, fact);
          expect(rankOf(next)).toBeGreaterThanOrEqual(rankOf(now));
          now = next;
        }
      }),
    );
  });

  test('the first final word stays, and only reading goes beyond it', () => {
    expect(afterFact('undelivered', 'delivered')).toBe('undelivered');
    expect(afterFact('delivered', 'sent')).toBe('delivered');
    expect(afterFact('delivered', 'read')).toBe('read');
    expect(afterFact('unconfirmed', 'delivered')).toBe('delivered');
  });

  test('what the provider may have is never called again', () => {
    expect((['sending', 'unconfirmed', 'accepted', 'failed'] as const).map(mayBeTaken)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect((['queued', 'held', 'parked', 'dropped', 'refused'] as const).map(mayBeTaken)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
    expect((['refused', 'dropped', 'delivered'] as const).every(isFinal)).toBe(true);
    expect((['sent', 'sending', 'held'] as const).some(isFinal)).toBe(false);
  });
});

describe('prices', () => {
  test('count segments and the fee of the networks', () => {
    expect(estimatePrice({ provider: 'twilio', country: 'US', segments: 2 })).toEqual({
      micros: 21_800,
      currency: 'USD',
    });
    expect(estimatePrice({ provider: 'twilio', country: 'US', segments: 0 }).micros).toBe(0);
  });

  test('of a country without a row nothing is guessed', () => {
    expect(estimatePrice({ provider: 'twilio', country: 'AQ', segments: 1 }).micros).toBeNull();
  });

  test('of a provider that tells none nothing is guessed', () => {
    expect(estimatePrice({ provider: 'openphone', country: 'US', segments: 1 }).micros).toBeNull();
  });
});

describe('names on the engine', () => {
  test('an intent is one step of one walk, visited once, on one channel', () => {
    const step = { membershipId: 'm', stepId: 's', visit: 1, channel: 'sms' };
    expect(intentKeys.step(step)).toBe('step:m:s:1:sms');
    expect([intentKeys.reply('o'), intentKeys.confirm('e'), intentKeys.test('o')]).toEqual([
      'reply:o',
      'confirm:e',
      'test:o',
    ]);
  });

  test('a workflow is found by the id of what it is for', () => {
    const { membership, campaign, contactImport, send } = workflowIds;
    expect([membership, campaign, contactImport, send].map((id) => id('7'))).toEqual([
      'membership/7',
      'campaign/7',
      'contact-import/7',
      'send/7',
    ]);
  });
});
