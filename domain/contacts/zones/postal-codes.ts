import { usPostalZones } from './us-postal-codes.ts';

/** The zone of a postal code, where the country's codes tell more than its name does; else null. */
export function postalZone(country: string, postalCode: string): string | null {
  const prefixes = prefixesOf[country];
  const code = prefixes && normalised(country, postalCode);
  if (!code) return null;
  for (let length = code.length; length > 0; length -= 1) {
    const zone = prefixes.get(code.slice(0, length));
    if (zone) return zone;
  }
  return null;
}

/** A postal code with the leading zeros that spreadsheets drop; other countries' codes stay as they are. */
export function postalCode(country: string, text: string | null): string | null {
  const digits = text && zeroLed.has(country) ? /^(\d{3,4})((?:-\d{4})?)$/.exec(text) : null;
  return digits ? `${digits[1]?.padStart(5, '0')}${digits[2]}` : text;
}

const zeroLed: ReadonlySet<string> = new Set(['US', 'PR', 'MX', 'ES', 'FR', 'DE', 'IT']);

function normalised(country: string, text: string): string | null {
  const code = postalCode(country, text.toUpperCase().replaceAll(/\s/g, '')) ?? '';
  if (country === 'CA') return /^[A-Z]\d[A-Z](?:\d[A-Z]\d)?$/.test(code) ? code : null;
  return /^(\d{4,5})(?:-?\d{3,4})?$/.exec(code)?.[1] ?? null;
}

const mexicanZones: Readonly<Record<string, string>> = {
  'America/Mexico_City': '01-16 20 28-30 36-62 68-76 78-79 86 90-96 98-99',
  'America/Tijuana': '21-22',
  'America/Mazatlan': '23 63 80-82',
  'America/Merida': '24 97',
  'America/Monterrey': '25-27 34-35 64-67 87-89',
  'America/Chihuahua': '31 33',
  'America/Ciudad_Juarez': '32 3182 3184',
  'America/Ojinaga': '3288',
  'America/Matamoros': '260 262 2617 650 873-875 880-889',
  'America/Bahia_Banderas': '6373-6374',
  'America/Cancun': '77',
  'America/Hermosillo': '83-85',
};

const canadianZones: Readonly<Record<string, string>> = {
  'America/St_Johns': 'A',
  'America/Goose_Bay': 'A0P A2V',
  'America/Halifax': 'B C',
  'America/Moncton': 'E',
  'America/Toronto': 'G H J K L M N P',
  'America/Winnipeg': 'R P8N P8T P9A P9N P0V P0W P0X P0Y',
  'America/Regina': 'S',
  'America/Edmonton': 'T X V1A V1C S9V',
  'America/Vancouver': 'V',
  'America/Dawson_Creek': 'V1G V1J',
  'America/Iqaluit': 'X0A',
  'America/Rankin_Inlet': 'X0B X0C',
  'America/Whitehorse': 'Y',
};

const spanishZones: Readonly<Record<string, string>> = {
  'Europe/Madrid': '01-34 36-37 39-50',
  'Atlantic/Canary': '35 38',
  'Africa/Ceuta': '51-52',
};

const frenchZones: Readonly<Record<string, string>> = {
  'Europe/Paris': '01-95',
  'America/Guadeloupe': '971',
  'America/Martinique': '972',
  'America/Cayenne': '973',
  'Indian/Reunion': '974',
  'America/Miquelon': '975',
  'Indian/Mayotte': '976',
  'Pacific/Tahiti': '987',
  'Pacific/Noumea': '988',
};

const portugueseZones: Readonly<Record<string, string>> = {
  'Europe/Lisbon': '1-8',
  'Atlantic/Madeira': '90-94',
  'Atlantic/Azores': '95-99',
};

const prefixesOf: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  US: prefixes(usPostalZones),
  PR: prefixes(usPostalZones),
  MX: prefixes(mexicanZones),
  CA: prefixes(canadianZones),
  ES: prefixes(spanishZones),
  FR: prefixes(frenchZones),
  PT: prefixes(portugueseZones),
};

function prefixes(zones: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(zones).flatMap(([zone, list]) =>
      list.split(' ').flatMap((entry) => run(entry).map((prefix) => [prefix, zone] as const)),
    ),
  );
}

function run(entry: string): string[] {
  const [from = '', to = from] = entry.split('-');
  if (from === to) return [from];
  const length = Number(to) - Number(from) + 1;
  return Array.from({ length }, (_, at) => String(Number(from) + at).padStart(from.length, '0'));
}
