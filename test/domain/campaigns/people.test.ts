import { describe, expect, test } from 'vitest';
import { type ExclusionFacts, exclusionOf, exclusionReasons } from '#domain/campaigns/exclusion.ts';
import { membershipOrders } from '#domain/campaigns/membership.ts';
import { afterOrder, campaignOrders } from '#domain/campaigns/stages.ts';

const ruth: ExclusionFacts = {
  merged: false,
  erased: false,
  address: { invalid: false, landline: false, blocked: [], consent: 'given' },
  numberTaken: false,
  missingFields: [],
};
const plain = { channel: 'sms', consentBasis: null } as const;
const address = (change: Partial<NonNullable<ExclusionFacts['address']>>) => ({
  ...ruth,
  address: { ...ruth.address!, ...change },
});

/** Each reason with a person to whom it alone applies. */
const people: [(typeof exclusionReasons)[number], ExclusionFacts][] = [
  ['erased', { ...ruth, erased: true }],
  ['merged', { ...ruth, merged: true }],
  ['no-mobile', { ...ruth, address: null }],
  ['landline', address({ landline: true })],
  ['invalid-number', address({ invalid: true })],
  ['opted-out', address({ blocked: ['*'] })],
  ['refused', address({ consent: 'refused' })],
  ['no-consent', address({ consent: 'none' })],
  ['shared-number', { ...ruth, numberTaken: true }],
  ['missing-field', { ...ruth, missingFields: ['first_name'] }],
];

describe('who does not get it', () => {
  test('nobody without a reason', () => {
    expect(exclusionOf(ruth, plain)).toBeNull();
  });

  test.each(people)('%s', (reason, person) => {
    expect(exclusionOf(person, plain)).toBe(reason);
  });

  test('of two reasons the earlier one is given', () => {
    expect(people.map(([reason]) => reason)).toEqual([...exclusionReasons]);
    expect(
      exclusionOf(
        { ...address({ blocked: ['sms'], consent: 'refused' }), numberTaken: true },
        plain,
      ),
    ).toBe('opted-out');
  });

  test('a stated basis lets the silent in and not those who refused', () => {
    const stated = { channel: 'sms', consentBasis: 'soft-opt-in' } as const;
    expect(exclusionOf(address({ consent: 'none' }), stated)).toBeNull();
    expect(exclusionOf(address({ consent: 'refused' }), stated)).toBe('refused');
  });
});

describe('orders', () => {
  test('a campaign is launched once and stopped for good', () => {
    expect(campaignOrders('draft')).toEqual(['launch']);
    expect(campaignOrders('running')).toEqual(['pause', 'stop']);
    expect(campaignOrders('paused')).toEqual(['resume', 'stop']);
    expect([campaignOrders('stopped'), campaignOrders('complete')]).toEqual([[], []]);
    expect(afterOrder('paused', 'resume')).toBe('running');
    expect(afterOrder('stopped', 'resume')).toBeNull();
    expect(afterOrder('running', 'launch')).toBeNull();
  });

  test('a walk that has ended takes no orders', () => {
    expect(membershipOrders('ended', false)).toEqual([]);
    expect(membershipOrders('excluded', true)).toEqual([]);
    expect(membershipOrders('walking', false)).toEqual(['pause', 'send-now', 'stop']);
    expect(membershipOrders('walking', true)).toEqual(['resume', 'stop']);
    expect(membershipOrders('enrolled', false)).toEqual(['pause', 'stop']);
  });
});
