import { plainText } from './plain-text.ts';

/** A calendar day, `2024-03-01`. */
export type IsoDate = string & { readonly kind: 'IsoDate' };

export type SlashDates = 'month-first' | 'day-first';

/**
 * A day as lists write it: `2024-03-01`, `3/1/2024`, `1-3-2024`, `1.3.2024`, `Mar 1, 2024`, `1 mars 2024`,
 * or an Excel serial of the 1900 system. With hyphens and dots the day leads unless the year does;
 * with slashes `slashes` decides. Null where that gives no day of the calendar: nothing is guessed.
 */
export function readDate(cell: string, slashes: SlashDates = 'month-first'): IsoDate | null {
  const text = plainText(cell).replace(/[ T]\d{1,2}:\d{2}.*$/i, '');
  for (const [pattern, read] of notations) {
    const found = pattern.exec(text);
    if (found) return read(found, slashes);
  }
  return null;
}

type Read = (found: RegExpExecArray, slashes: SlashDates) => IsoDate | null;

const notations: ReadonlyArray<readonly [RegExp, Read]> = [
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, ([, y, m, d]) => day(y, m, d)],
  [
    /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/,
    ([, a, b, y], slashes) => (slashes === 'month-first' ? day(y, a, b) : day(y, b, a)),
  ],
  [/^(\d{1,2})([-.])(\d{1,2})\2(\d{4})$/, ([, d, , m, y]) => day(y, m, d)],
  [/^(\p{L}{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u, ([, m, d, y]) => day(y, month(m), d)],
  [
    /^(\d{1,2})(?:er|\.|º)?(?: de)? (\p{L}{3,})\.?(?: de)? (\d{4})$/u,
    ([, d, m, y]) => day(y, month(m), d),
  ],
  [/^(\d{5})(?:\.\d+)?$/, ([, serial]) => serialDay(Number(serial))],
];

function day(year?: string, month?: string, date?: string): IsoDate | null {
  const y = Number(year) + (year?.length === 2 ? 2000 : 0);
  const at = new Date(Date.UTC(y, Number(month) - 1, Number(date)));
  const real =
    y >= 1900 &&
    y < 2200 &&
    at.getUTCMonth() === Number(month) - 1 &&
    at.getUTCDate() === Number(date);
  return real ? isoDate(at) : null;
}

/** Day 60 of the 1900 system is a 29 February that never was; five digits lie well after it. */
const serialDay = (serial: number): IsoDate | null =>
  serial < 80_000 ? isoDate(new Date(Date.UTC(1899, 11, 30 + serial))) : null;

const isoDate = (at: Date): IsoDate => at.toISOString().slice(0, 10) as IsoDate;

/** The number of a month by its name or the beginning of one; 0 where that is none, or could be two. */
function month(word = ''): string {
  const start = word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const likely = months.filter((names) => names.some((name) => name.startsWith(start)));
  const [only] = likely;
  return String(likely.length === 1 && only ? months.indexOf(only) + 1 : 0);
}

/** English, Dutch, French, Spanish, without accents. */
const months: readonly (readonly string[])[] = [
  ['january', 'januari', 'janvier', 'enero'],
  ['february', 'februari', 'fevrier', 'febrero'],
  ['march', 'maart', 'mrt', 'mars', 'marzo'],
  ['april', 'avril', 'abril'],
  ['may', 'mei', 'mai', 'mayo'],
  ['june', 'juni', 'juin', 'junio'],
  ['july', 'juli', 'juillet', 'julio'],
  ['august', 'augustus', 'aout', 'agosto'],
  ['september', 'septembre', 'septiembre', 'sept'],
  ['october', 'oktober', 'octobre', 'octubre'],
  ['november', 'novembre', 'noviembre'],
  ['december', 'decembre', 'diciembre'],
];
