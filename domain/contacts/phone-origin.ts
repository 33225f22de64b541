import { areaCodeState } from './area-codes.ts';
import { countryOfInternational } from './country.ts';
import type { PhoneNumber } from './phone-number.ts';
import { phoneZones } from './phone-zones.ts';

/** What a number tells of where its owner is. */
export interface PhoneOrigin {
  /** ISO 3166. */
  country: string | null;
  region: string | null;
  /** IANA; the first of `zones`. */
  zone: string | null;
  zoneSource: 'area-code' | 'country' | null;
  zones: string[];
}

/** Where a number says that its owner is, for an address of which nothing else is known. */
export function phoneOrigin(number: PhoneNumber): PhoneOrigin {
  const zones = [...phoneZones(number)];
  const zone = zones[0] ?? null;
  return {
    country: countryOfInternational(number),
    region: areaCodeState(number),
    zone,
    zoneSource: zone && (number.startsWith('+1') ? 'area-code' : 'country'),
    zones,
  };
}
