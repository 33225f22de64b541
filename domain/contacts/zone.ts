import type { PhoneNumber } from './phone-number.ts';
import { placeZone, type Place } from './place-zone.ts';
import { phoneZones } from './phone-zones.ts';
import { readZone } from './zone-name.ts';

/** An IANA time zone name. */
export type Zone = string & { readonly kind: 'Zone' };

/** Where a zone comes from, the surest first: a surer source replaces one that is less sure. */
export const zoneSources = [
  'person',
  'postal-code',
  'city',
  'region',
  'cell',
  'area-code',
  'country',
  'fallback',
] as const;

export type ZoneSource = (typeof zoneSources)[number];

/** `zones` are all that the source allows, `zone` (its first) the likeliest; a window must hold in each. */
export type FoundZone = {
  zone: Zone;
  zones: readonly Zone[];
  source: ZoneSource;
};

export type ZoneClues = {
  place: Place;
  /** What a time zone cell says: an IANA name, an abbreviation, words. It yields to the place. */
  cell?: string | undefined;
  number?: PhoneNumber | null | undefined;
  fallback?: Zone | null | undefined;
};

/**
 * The zone of an address: the place's, where it has one; else the cell's; else the number's prefix;
 * else the country's. Of a place in several zones the cell may choose one, if it is among them.
 */
export function zoneOf({ place, cell, number, fallback }: ZoneClues): FoundZone | null {
  const placed = placeZone(place);
  const stated = cell ? readZone(cell) : null;
  if (placed?.zones.length === 1 && placed.source !== 'country') return placed;
  if (stated && (placed === null || placed.zones.includes(stated))) return found([stated], 'cell');
  if (placed && placed.source !== 'country') return placed;
  if (placed?.zones.length === 1) return placed;

  const dialled = number ? phoneZones(number) : [];
  if (dialled.length > 0) return found(dialled, 'area-code');
  return placed ?? (fallback ? found([fallback], 'fallback') : null);
}

/** True where `candidate` comes from a surer source than what is known, so that it replaces it. */
export const isSurer = (candidate: FoundZone | null, known: FoundZone | null): boolean =>
  candidate !== null &&
  (known === null || zoneSources.indexOf(candidate.source) < zoneSources.indexOf(known.source));

const found = (zones: readonly Zone[], source: ZoneSource): FoundZone => ({
  zone: zones[0]!,
  zones,
  source,
});
