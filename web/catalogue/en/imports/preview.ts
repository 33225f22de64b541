import { strong } from '../../rich.ts';
import type { Format } from '../../format.ts';

/** What an import would do. */
export const preview = (f: Format) => ({
  title: 'If you import now',
  counting: (rows: number) =>
    rows === 0
      ? 'Counting …'
      : `Counting: ${f.count(rows, { one: 'row', other: 'rows' })} read so far.`,
  waiting: 'The figures follow as soon as the import engine is back. You may start without them.',
  whole: (rows: number) => `Every row was read: ${f.number(rows)}.`,
  part: (rows: number, total: number) =>
    `Counted on the first ${f.number(rows)} of ${f.number(total)} rows.`,
  created: 'New contacts',
  merged: 'Joined to a contact',
  unchanged: 'Say nothing new',
  rejected: 'Rejected',
  suppressed: 'Opted out by the list',
  joined: 'Contacts found to be one',
  promise: 'An import never lifts an opt-out, and never overwrites what a person changed by hand.',
  problems: 'Read in part',
  why: 'Why rows are rejected',
  reason: (n: number, why: string) => `${strong(f.number(n))} ${why}`,
});
