import type { Audience, AudienceProblem, DaySpan } from './audience.ts';

export type ParsedAudience =
  | { kind: 'audience'; audience: Audience }
  | { kind: 'problems'; problems: readonly AudienceProblem[] };

/**
 * An audience as a form or a row holds it. A part that is not understood is a problem and never
 * skipped: leaving out a filter would write to people whom nobody meant.
 */
export function parseAudience(value: unknown): ParsedAudience {
  const problems: AudienceProblem[] = [];
  const report: Report = (part, code, found) =>
    problems.push({ part, code, found: String(found).slice(0, 80) });
  const audience = isRecord(value) ? readParts(value, report) : {};
  if (!isRecord(value)) report('audience', 'unknown-part', value);
  for (const tag of contradictions(audience)) report('tags', 'tag-wanted-and-unwanted', tag);
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'audience', audience };
}

type Report = (part: string, code: AudienceProblem['code'], found: unknown) => void;

type Fields = Readonly<Record<string, unknown>>;

const parts: Readonly<Record<string, (value: unknown, report: Report) => Audience>> = {
  tags: (value, report) => {
    const lists = mapped(value, 'tags', report, (list, part) => words(list, part, report));
    const known = ['any', 'all', 'none'];
    for (const key of Object.keys(lists).filter((each) => !known.includes(each))) {
      report(`tags.${key}`, 'unknown-part', key);
    }
    return Object.keys(lists).length > 0 ? { tags: lists } : {};
  },
  countries: (value, report) => list('countries', codes(value, 'countries', /^[A-Z]{2}$/, report)),
  regions: (value, report) => list('regions', words(value, 'regions', report)),
  languages: (value, report) => list('languages', codes(value, 'languages', /^[a-z]{2}$/, report)),
  conversation: (value, report) => {
    if (value === 'yes' || value === 'no') return { conversation: value };
    report('conversation', 'not-a-choice', value);
    return {};
  },
  created: (value, report) => {
    const created = span(value, 'created', report);
    return created ? { created } : {};
  },
  dates: (value, report) => {
    const dates = mapped(value, 'dates', report, (each, part) => span(each, part, report));
    return Object.keys(dates).length > 0 ? { dates } : {};
  },
  search: (value, report) => {
    if (typeof value === 'string') return { search: value.trim() };
    report('search', 'not-text', value);
    return {};
  },
};

function readParts(value: Fields, report: Report): Audience {
  const audience: Audience = {};
  for (const [key, part] of Object.entries(value).filter(([, part]) => !isBlank(part))) {
    const read = Object.hasOwn(parts, key) ? parts[key] : undefined;
    if (read) Object.assign(audience, read(part, report));
    else report(key, 'unknown-part', key);
  }
  return audience;
}

/** A form sends its empty controls too. */
function isBlank(part: unknown): boolean {
  if (typeof part === 'string') return part.trim() === '';
  return part === undefined || part === null || (Array.isArray(part) && part.length === 0);
}

function list(
  key: 'countries' | 'regions' | 'languages',
  values: readonly string[] | null,
): Audience {
  return values ? { [key]: values } : {};
}

function mapped<T>(
  value: unknown,
  part: string,
  report: Report,
  read: (each: unknown, part: string) => T | null,
): Record<string, T> {
  if (!isRecord(value)) {
    report(part, 'not-a-list', value);
    return {};
  }
  const entries = Object.entries(value)
    .filter(([, each]) => !isBlank(each))
    .map(([key, each]) => [key, read(each, `${part}.${key}`)] as const);
  return Object.fromEntries(entries.filter((entry): entry is [string, T] => entry[1] !== null));
}

/** One word or a list of them, each once; null where nothing is left. */
function words(value: unknown, part: string, report: Report): readonly string[] | null {
  const given: readonly unknown[] = Array.isArray(value) ? value : [value];
  for (const each of given.filter((each) => typeof each !== 'string'))
    report(part, 'not-a-list', each);
  const kept = given.filter((each) => typeof each === 'string').map((each) => each.trim());
  const distinct = [...new Set(kept.filter((each) => each !== ''))];
  return distinct.length > 0 ? distinct : null;
}

function codes(
  value: unknown,
  part: string,
  form: RegExp,
  report: Report,
): readonly string[] | null {
  const given = words(value, part, report);
  for (const each of given?.filter((each) => !form.test(each)) ?? [])
    report(part, 'not-a-code', each);
  return given;
}

function span(value: unknown, part: string, report: Report): DaySpan | null {
  const given = mapped(value, part, report, (each, edge) => day(each, edge, report));
  for (const key of Object.keys(given).filter((each) => each !== 'from' && each !== 'before')) {
    report(`${part}.${key}`, 'unknown-part', key);
  }
  const { from, before } = given;
  if (from && before && from >= before) report(part, 'empty-span', `${from}–${before}`);
  return Object.keys(given).length > 0 ? given : null;
}

function day(value: unknown, part: string, report: Report): string | null {
  const text = typeof value === 'string' ? value.trim() : '';
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  const real = !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
  if (!real) report(part, 'not-a-day', value);
  return real ? text : null;
}

function contradictions({ tags = {} }: Audience): readonly string[] {
  const wanted = [...(tags.all ?? []), ...(tags.any?.length === 1 ? tags.any : [])];
  return wanted.filter((tag) => tags.none?.includes(tag));
}

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
