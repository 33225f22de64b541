/** Days as they stand on a calendar, 2026-11-17; `from` belongs to the span, `before` does not. */
export type DaySpan = { from?: string; before?: string };

/** Whom a campaign is for. Absent parts narrow nothing; all parts must hold together. */
export type Audience = {
  tags?: { any?: readonly string[]; all?: readonly string[]; none?: readonly string[] };
  /** ISO 3166. */
  countries?: readonly string[];
  /** States and provinces as they are written on the contacts. */
  regions?: readonly string[];
  /** ISO 639. */
  languages?: readonly string[];
  conversation?: 'yes' | 'no';
  created?: DaySpan;
  /** Custom fields that are dates, by key, such as `last_job`. */
  dates?: Readonly<Record<string, DaySpan>>;
  search?: string;
};

export type AudienceProblem = {
  /** The part that is wrong, such as `created` or `dates.last_job`. */
  part: string;
  code:
    | 'unknown-part'
    | 'not-a-list'
    | 'not-a-code'
    | 'not-a-day'
    | 'empty-span'
    | 'not-a-choice'
    | 'tag-wanted-and-unwanted'
    | 'not-text';
  found: string;
};

/** Nothing narrows it: every contact of the workspace. */
export function isEverybody(audience: Audience): boolean {
  return Object.keys(audience).length === 0;
}

/** The days of a span that a moment's day lies in. Both are days of one calendar. */
export function inSpan(day: string, span: DaySpan): boolean {
  return (
    (span.from === undefined || day >= span.from) &&
    (span.before === undefined || day < span.before)
  );
}
