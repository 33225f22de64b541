import { folded } from './country.ts';
import type { Zone } from './zone.ts';

/** The zone that a person wrote: an IANA name, an abbreviation, or words such as `Eastern Time`; else null. */
export function readZone(text: string): Zone | null {
  const trimmed = text.trim();
  const iana = byName.get(trimmed.toLowerCase());
  if (iana) return iana;
  const words = folded(trimmed.replaceAll(/\(US & Canada\)/gi, ''))
    .replaceAll(/[()]/g, '')
    .replace(/^(?:us|gmt [+-]?\d{1,2}:?\d{0,2})\s+/, '')
    .replace(/\s?(?:standard |daylight )?time$/, '')
    .trim();
  const named = spoken[words] ?? byCity.get(words);
  return named ? (named as Zone) : null;
}

const zones = [...Intl.supportedValuesOf('timeZone'), 'UTC'] as Zone[];

/** Older names that lists still use and every time zone database still knows. */
const links = ['US/Eastern', 'US/Central', 'US/Mountain', 'US/Pacific', 'US/Hawaii', 'US/Arizona'];

const byName: ReadonlyMap<string, Zone> = new Map(
  [
    ...zones,
    ...links,
    'America/Indiana/Indianapolis',
    'America/Kentucky/Louisville',
    'Asia/Kolkata',
    'Europe/Kyiv',
  ].map((zone) => [zone.toLowerCase(), zone as Zone]),
);

const byCity: ReadonlyMap<string, Zone> = new Map(
  zones.map((zone) => [folded(zone.slice(zone.lastIndexOf('/') + 1)), zone]),
);

const spoken: Readonly<Record<string, string>> = {
  ...named('America/New_York', 'eastern|est|edt|et|eastern us'),
  ...named('America/Chicago', 'central|cst|cdt|ct'),
  ...named('America/Denver', 'mountain|mst|mdt|mt'),
  ...named('America/Los_Angeles', 'pacific|pst|pdt|pt'),
  ...named('America/Phoenix', 'arizona'),
  ...named('America/Anchorage', 'alaska|akst|akdt|alaskan'),
  ...named('America/Adak', 'aleutian'),
  ...named('Pacific/Honolulu', 'hawaii|hst|hawaiian'),
  ...named('America/Halifax', 'atlantic|ast|adt'),
  ...named('America/Mexico_City', 'central mexico'),
  ...named('Europe/Brussels', 'cet|cest|central european|bruxelles|brussel'),
  ...named('Europe/London', 'gmt|bst|wet'),
};

function named(zone: string, words: string): Record<string, string> {
  return Object.fromEntries(words.split('|').map((word) => [word, zone]));
}
