import { areaCodeState } from '#domain/contacts/area-codes.ts';
import type { ContactAddress } from '#domain/contacts/address.ts';
import { countryOfInternational } from '#domain/contacts/country.ts';
import type { EmailAddress } from '#domain/contacts/email-address.ts';
import type { PhoneLine, PhoneNumber } from '#domain/contacts/phone-number.ts';
import type { FoundZone, Zone, ZoneSource } from '#domain/contacts/zone.ts';

/** An address as `address` and `contact_address` keep it together. */
export type AddressRow = {
  kind: 'phone' | 'email';
  value: string;
  label: 'mobile' | 'other' | 'email';
  extension: string | null;
  lineType: string | null;
  zone: string | null;
  zones: string[];
  zoneSource: string | null;
};

export function addressOf(row: AddressRow): ContactAddress {
  const zone = zoneOf(row);
  if (row.kind === 'email') return { kind: 'email', value: row.value as EmailAddress, zone };
  return {
    kind: 'phone',
    value: row.value as PhoneNumber,
    role: row.label === 'mobile' ? 'mobile' : 'other',
    line: (row.lineType ?? 'other') as PhoneLine,
    extension: row.extension,
    zone,
  };
}

function zoneOf(row: AddressRow): FoundZone | null {
  if (!row.zone || !row.zoneSource) return null;
  return {
    zone: row.zone as Zone,
    zones: (row.zones.length > 0 ? row.zones : [row.zone]) as Zone[],
    source: row.zoneSource as ZoneSource,
  };
}

/** What the columns of `address` say of a new one; the country and state are those of the number. */
export function columnsOf(address: ContactAddress) {
  const phone = address.kind === 'phone' ? address : null;
  return {
    kind: address.kind,
    value: address.value,
    country: phone && countryOfInternational(phone.value),
    region: phone && areaCodeState(phone.value),
    line_type: phone?.line ?? null,
    zone: address.zone?.zone ?? null,
    zone_source: address.zone?.source ?? null,
    zones: address.zone?.zones ?? [],
  };
}
