/** All zones of a country, the one that most of its people keep first; empty for an unknown code. */
export function countryZones(country: string): readonly string[] {
  if (!/^[A-Z]{2}$/.test(country)) return [];
  const zones = new Intl.Locale(`und-${country}`, {}) as Intl.Locale & {
    getTimeZones: () => readonly string[] | undefined;
  };
  const all = zones.getTimeZones() ?? [];
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
