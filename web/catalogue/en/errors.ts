import type { Format } from '../format.ts';

/** What goes wrong, told calmly: what failed, what was kept, what to do, a code. */
export const errors = (f: Format) => ({
  notFound: {
    title: 'Nothing is here',
    why: 'The page was moved or removed, or the address has a mistake in it.',
    way: 'Go to today',
  },
  failed: {
    title: 'This page could not be made',
    why: 'Nothing was lost. The fault is ours and has been noted.',
    code: (id: string) => `Code for support: ${id}`,
  },
  forbidden: {
    title: 'Your seat does not allow this',
    why: 'Ask an owner or admin of the workspace.',
  },
  crossSite: 'The request came from another site and was not carried out.',
  tooLarge: (limit: number) =>
    `That is larger than ${f.bytes(limit)}, the most that is taken here.`,
  conflict: 'Someone changed this meanwhile. Look at it again, then decide.',
  notUnderstood: 'The form could not be read. Nothing was changed.',
  summary: (n: number) =>
    `${f.count(n, { one: 'thing', other: 'things' })} to correct before this can be saved:`,
  field: {
    missing: 'Fill this in.',
    invalid: 'This does not look right.',
    email: 'Write a full e-mail address, such as dana@aldertide.example.',
    number: 'Write a number.',
    choice: 'Choose one of the list.',
    short: (least: number) =>
      `Write at least ${f.count(least, { one: 'character', other: 'characters' })}.`,
    long: (most: number) =>
      `Keep it to ${f.count(most, { one: 'character', other: 'characters' })}.`,
    small: (least: number) => `Take ${f.number(least)} or more.`,
    large: (most: number) => `Take ${f.number(most)} or less.`,
    few: (least: number) => `Choose at least ${f.number(least)}.`,
  },
});
