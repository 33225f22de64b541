// Building an Intl object costs 10 to 50 µs and a page shows hundreds of numbers and times.
const built = new Map<string, unknown>();

function once<T>(key: string, build: () => T): T {
  const known = built.get(key);
  if (known) return known as T;
  const made = build();
  built.set(key, made);
  return made;
}

export const numberFormat = (locale: string, options: Intl.NumberFormatOptions = {}) =>
  once(`n|${locale}|${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options));

export const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions) =>
  once(`d|${locale}|${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options));

export const pluralRules = (locale: string) =>
  once(`p|${locale}`, () => new Intl.PluralRules(locale));

export const listFormat = (locale: string) =>
  once(`l|${locale}`, () => new Intl.ListFormat(locale));

export const relativeDays = (locale: string) =>
  once(`r|${locale}`, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
