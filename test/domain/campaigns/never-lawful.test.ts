import { expect, test } from 'vitest';
import { neverLawful, type Abroad } from '#domain/campaigns/never-lawful.ts';
import type { CampaignWindow } from '#domain/sending/open-hours.ts';
import { laws } from '#domain/sending/laws.ts';

const at = Date.parse('2026-11-24T15:00:00Z');
const zone = 'America/New_York';
const window = (from: number, to: number): CampaignWindow => ({
  days: [1, 2, 3, 4, 5],
  from: from * 60,
  to: to * 60,
  zone,
});
const people = (country: string, own: string, count: number): Abroad => ({
  number: { country, region: null, zones: [own] },
  contact: null,
  people: count,
});
const never = (groups: Abroad[], hours: CampaignWindow) =>
  neverLawful(groups, { window: hours, laws, at });

test('the hours of an office reach everybody some time', () => {
  const groups = [people('US', zone, 3), people('US', 'Pacific/Honolulu', 2)];
  expect(never(groups, window(9, 18))).toBe(0);
});

test('a window in the night reaches nobody whom a law protects then', () => {
  const groups = [people('US', zone, 3), people('BE', 'Europe/Brussels', 4)];
  expect(never(groups, window(22, 6))).toBe(3);
});

test('an early hour here is lawful only further east', () => {
  const groups = [people('US', 'America/Los_Angeles', 5), people('US', zone, 1)];
  expect(never(groups, window(9, 10))).toBe(5);
});

test('the own clock of a contact counts more than what a number may have', () => {
  const moved: Abroad = {
    number: { country: 'US', region: 'CA', zones: ['America/Los_Angeles'] },
    contact: { country: 'US', region: null, zone },
    people: 7,
  };
  expect(never([moved], window(9, 10))).toBe(0);
});
