import { duration, type DurationWords } from './duration.ts';
import { dateFormat, listFormat, numberFormat, pluralRules } from './intl.ts';
import { createPlaces, type Places } from './places.ts';

/** Numbers, dates and amounts of one locale, as seen from one zone at one moment. */
export interface Format extends Places {
  /** 7060 -> "7,060" */
  number: (n: number) => string;
  /** (123, 728) -> "16.9%"; nothing of nothing is "0%". */
  share: (part: number, whole: number) => string;
  /** (2, { one: 'contact', other: 'contacts' }) -> "2 contacts" */
  count: (n: number, words: Plural) => string;
  /** The word alone, without the number. */
  plural: (n: number, words: Plural) => string;
  /** Micros of an ISO currency: 14_700_000 -> "$14.70". */
  money: (micros: number | bigint, currency: string) => string;
  /** A price of one thing, to four places: 11_200 -> "$0.0112". */
  unitPrice: (micros: number | bigint, currency: string) => string;
  /** ['a', 'b', 'c'] -> "a, b, and c" */
  list: (items: readonly string[]) => string;
  /** 192_000 -> "3 min 12 s"; at most two units. */
  duration: (ms: number) => string;
  /** 1_500_000 -> "1.5 MB" */
  bytes: (n: number) => string;
  /** ISO weekday: 1 -> "Mon", or "Monday" where there is room. */
  weekday: (day: number, width?: 'short' | 'long') => string;
}

export interface Plural {
  zero?: string;
  one: string;
  two?: string;
  few?: string;
  many?: string;
  other: string;
}

const MICROS = 1_000_000;

/**
 * @param locale BCP 47, such as "en-US"
 * @param zone IANA name; days and times are told as they are there
 * @param now what "today" and "tomorrow" are measured from
 */
export function createFormat(locale: string, zone: string, now: Date): Format {
  const number = (n: number) => numberFormat(locale).format(n);
  const plural = (n: number, forms: Plural) => forms[pluralRules(locale).select(n)] ?? forms.other;
  const money = (micros: number | bigint, options: Intl.NumberFormatOptions) =>
    numberFormat(locale, { style: 'currency', ...options }).format(Number(micros) / MICROS);
  const spell: DurationWords = (unit, n) =>
    numberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay: unit === 'day' ? 'long' : 'short',
    }).format(n);

  return {
    ...createPlaces(locale, zone, now),
    number,
    share: (part, whole) =>
      numberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(
        whole === 0 ? 0 : part / whole,
      ),
    count: (n, forms) => `${number(n)} ${plural(n, forms)}`,
    plural,
    money: (micros, currency) => money(micros, { currency }),
    unitPrice: (micros, currency) =>
      money(micros, { currency, minimumFractionDigits: 4, maximumFractionDigits: 4 }),
    list: (items) => listFormat(locale).format(items),
    duration: (ms) => duration(ms, spell),
    bytes: (n) => bytes(n, locale),
    // 2024 began on a Monday.
    weekday: (day, width = 'short') =>
      dateFormat(locale, { weekday: width, timeZone: 'UTC' }).format(Date.UTC(2024, 0, day)),
  };
}

function bytes(n: number, locale: string): string {
  const steps = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const power = Math.min(Math.floor(Math.log10(Math.max(n, 1)) / 3), steps.length - 1);
  return numberFormat(locale, {
    style: 'unit',
    unit: steps[power],
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(n / 1000 ** power);
}
