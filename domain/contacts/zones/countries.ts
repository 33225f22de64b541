/** All zones of a country, the one that most of its people keep first; empty for an unknown code. */
export function countryZones(country: string): readonly string[] {
  const known = zonesOf.get(country) ?? lookUp(country);
  zonesOf.set(country, known);
  return known;
}

/** A list of contacts asks for the same few countries thousands of times. */
const zonesOf = new Map<string, readonly string[]>();

function lookUp(country: string): readonly string[] {
  if (!/^[A-Z]{2}$/.test(country)) return [];
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & {
    getTimeZones: () => readonly string[] | undefined;
  };
  const all = locale.getTimeZones() ?? [];
  const main = mostPeopled[country];
  return main ? [main, ...all.filter((zone) => zone !== main)] : all;
}

const mostPeopled: Readonly<Record<string, string>> = {
  AR: 'America/Argentina/Buenos_Aires',
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CL: 'America/Santiago',
  CN: 'Asia/Shanghai',
  DE: 'Europe/Berlin',
  ES: 'Europe/Madrid',
  ID: 'Asia/Jakarta',
  MX: 'America/Mexico_City',
  NZ: 'Pacific/Auckland',
  PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow',
  US: 'America/New_York',
};
