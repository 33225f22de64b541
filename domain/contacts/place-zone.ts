import { cityZone } from './zones/cities.ts';
import { countryZones } from './zones/countries.ts';
import { postalZone } from './zones/postal-codes.ts';
import { readRegion } from './zones/regions.ts';
import type { FoundZone, Zone, ZoneSource } from './zone.ts';

export type Place = {
  city: string | null;
  region: string | null;
  postalCode: string | null;
  /** ISO 3166. */
  country: string | null;
};

/** The zone of a place, by the first of postal code, city, region and country that tells it. */
export function placeZone({ city, region, postalCode, country }: Place): FoundZone | null {
  if (!country) return null;
  const postal = postalCode ? postalZone(country, postalCode) : null;
  if (postal) return found([postal], 'postal-code');

  const inCity = city && region ? cityZone(country, region, city) : null;
  if (inCity) return found([inCity], 'city');

  const inRegion = region ? readRegion(country, region) : null;
  if (inRegion) return found(inRegion.zones, 'region');
  return found(countryZones(country), 'country');
}

function found(zones: readonly string[], source: ZoneSource): FoundZone | null {
  const [zone] = zones as readonly Zone[];
  return zone ? { zone, zones: zones as readonly Zone[], source } : null;
}
