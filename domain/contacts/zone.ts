/** An IANA time zone name. */
export type Zone = string & { readonly kind: 'Zone' };

/** Where a zone comes from, the surest first: a later, surer source replaces an earlier one. */
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
