import { expect, test } from 'vitest';
import { phoneNumber } from '#domain/contacts/phone-number.ts';
import { phoneOrigin } from '#domain/contacts/phone-origin.ts';

test.each([
  ['+16035550101', 'US', 'NH', 'America/New_York', 'area-code'],
  ['+18085550101', 'US', 'HI', 'Pacific/Honolulu', 'area-code'],
  ['+32470123456', 'BE', null, 'Europe/Brussels', 'country'],
])('%s says that its owner is in %s', (number, country, region, zone, zoneSource) => {
  const origin = phoneOrigin(phoneNumber(number, 'US')!);
  expect(origin).toMatchObject({ country, region, zone, zoneSource });
  expect(origin.zones[0]).toBe(zone);
});

test('a number without a country says nothing of a zone', () => {
  const origin = phoneOrigin(phoneNumber('+870773111632', 'US')!);
  expect(origin).toMatchObject({ country: null, region: null, zone: null, zoneSource: null });
});
