import { describe, expect, test } from 'vitest';
import { phoneNumber, type PhoneNumber } from '#domain/contacts/phone-number.ts';
import { phoneZones } from '#domain/contacts/phone-zones.ts';
import type { Place } from '#domain/contacts/place-zone.ts';
import { isSurer, type Zone, zoneOf } from '#domain/contacts/zone.ts';
import { readZone } from '#domain/contacts/zone-name.ts';

const place = (
  country: string,
  region: string | null,
  city: string | null,
  postalCode: string | null,
): Place => ({
  country,
  region,
  city,
  postalCode,
});

describe('the zone of a place', () => {
  test.each([
    ['US', 'FL', 'Panama City', '32401-2022', 'America/Chicago', 'postal-code'],
    ['US', 'TN', 'Chattanooga', '37405', 'America/New_York', 'postal-code'],
    ['US', 'TX', 'El Paso', '79901', 'America/Denver', 'postal-code'],
    ['US', 'ID', 'Coeur d’Alene', '83814', 'America/Los_Angeles', 'postal-code'],
    ['US', 'ID', 'Boise', '83702', 'America/Boise', 'postal-code'],
    ['US', 'IN', 'Gary', '46402', 'America/Chicago', 'postal-code'],
    ['US', 'IN', 'Jeffersonville', '47130', 'America/Kentucky/Louisville', 'postal-code'],
    ['US', 'ND', 'Williston', '58801', 'America/Chicago', 'postal-code'],
    ['US', 'AZ', 'Window Rock', '86515', 'America/Denver', 'postal-code'],
    ['US', 'CT', 'Stamford', '6902', 'America/New_York', 'postal-code'],
    ['PR', 'PR', 'Ponce', '717', 'America/Puerto_Rico', 'postal-code'],
    ['US', 'FL', 'Pensacola', null, 'America/Chicago', 'city'],
    ['US', 'Florida', 'St. Petersburg', null, 'America/New_York', 'city'],
    ['US', 'TN', 'Knoxville', null, 'America/New_York', 'city'],
    ['US', 'GA', null, null, 'America/New_York', 'region'],
    ['MX', 'N.L.', 'San Pedro Garza García', '66220', 'America/Monterrey', 'postal-code'],
    ['MX', 'B.C.', 'Tijuana', null, 'America/Tijuana', 'region'],
    ['MX', 'Q. Roo', 'Cancún', '77500', 'America/Cancun', 'postal-code'],
    ['MX', 'Chih.', 'Ciudad Juárez', null, 'America/Ciudad_Juarez', 'city'],
    ['CA', 'BC', 'Vancouver', 'V6B 1A1', 'America/Vancouver', 'postal-code'],
    ['CA', 'Ontario', 'Kenora', null, 'America/Winnipeg', 'city'],
    ['ES', null, 'Las Palmas', '35001', 'Atlantic/Canary', 'postal-code'],
    ['FR', null, 'Lyon', '69001', 'Europe/Paris', 'postal-code'],
    ['BE', 'Hainaut', 'Tournai', '7500', 'Europe/Brussels', 'country'],
    ['NL', null, 'Utrecht', '3511 AB', 'Europe/Amsterdam', 'country'],
    ['GB', null, 'Leeds', 'LS1 1AA', 'Europe/London', 'country'],
  ])('%s, %s, %s, %s', (country, region, city, postalCode, zone, source) => {
    expect(zoneOf({ place: place(country, region, city, postalCode) })).toMatchObject({
      zone,
      source,
    });
  });

  test('a state in two zones gives both, the more peopled first', () => {
    expect(zoneOf({ place: place('US', 'TN', 'Nowhere', null) })?.zones).toEqual([
      'America/Chicago',
      'America/New_York',
    ]);
  });
});

describe('where several things speak of the zone', () => {
  const boston = phoneNumber('617-555-0144') as PhoneNumber;

  test('the place goes before the cell and before the number', () => {
    const found = zoneOf({
      place: place('US', 'TX', 'Houston', '77008'),
      cell: 'Asia/Tokyo',
      number: boston,
    });
    expect(found).toMatchObject({ zone: 'America/Chicago', source: 'postal-code' });
  });

  test('the cell chooses among the zones of a state, if it is one of them', () => {
    const clues = { place: place('US', 'FL', null, null), number: boston };
    expect(zoneOf({ ...clues, cell: 'Central Time (US & Canada)' })).toMatchObject({
      zone: 'America/Chicago',
      source: 'cell',
    });
    expect(zoneOf({ ...clues, cell: 'Europe/London' })).toMatchObject({
      zone: 'America/New_York',
      source: 'region',
    });
  });

  test('without a place, the number tells, and last the fallback', () => {
    const nowhere = place('US', null, null, null);
    expect(zoneOf({ place: nowhere, number: boston })).toMatchObject({
      zone: 'America/New_York',
      source: 'area-code',
    });
    const tollFree = phoneNumber('800-555-0144');
    expect(
      zoneOf({
        place: { ...nowhere, country: null },
        number: tollFree,
        fallback: 'America/Denver' as Zone,
      }),
    ).toMatchObject({ source: 'fallback' });
  });

  test('a surer source replaces one that is less sure', () => {
    const byState = zoneOf({ place: place('US', 'FL', null, null) });
    const byCode = zoneOf({ place: place('US', 'FL', null, '32401') });
    expect(isSurer(byCode, byState)).toBe(true);
    expect(isSurer(byState, byCode)).toBe(false);
    expect(isSurer(byState, byState)).toBe(false);
  });
});

test.each([
  ['+12085550100', ['America/Boise', 'America/Los_Angeles']],
  ['+18505550100', ['America/Chicago', 'America/New_York']],
  ['+16195550100', ['America/Los_Angeles']],
  ['+19155550100', ['America/Denver']],
  ['+17875550100', ['America/Puerto_Rico']],
  ['+14165550100', ['America/Toronto']],
  ['+32470123456', ['Europe/Brussels']],
  ['+31612345678', ['Europe/Amsterdam']],
  ['+525512345678', ['America/Mexico_City']],
  ['+526641234567', ['America/Tijuana']],
  ['+18005550100', []],
])('%s may ring in %j', (number, zones) => {
  expect(phoneZones(number as PhoneNumber)).toEqual(zones);
});

test.each([
  ['america/new_york', 'America/New_York'],
  ['Eastern Time (US & Canada)', 'America/New_York'],
  ['PST', 'America/Los_Angeles'],
  ['Arizona Time', 'America/Phoenix'],
  ['Central (Mexico)', 'America/Mexico_City'],
  ['Brussels Time', 'Europe/Brussels'],
  ['CET', 'Europe/Brussels'],
  ['America/Bostn', null],
  ['UTC-5:75', null],
  ['GMT+25', null],
  ['Mars/Olympus', null],
  ['Estern', null],
])('a cell that says %s means %s', (cell, zone) => {
  expect(readZone(cell)).toBe(zone);
});
