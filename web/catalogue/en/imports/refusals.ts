import type { Format } from '../../format.ts';

/** Why a file cannot be a list of contacts, and what would help. */
export const notLists = (f: Format) => ({
  'too-large': (limit: number) =>
    `This file is larger than ${f.bytes(limit)}. Split it into smaller lists.`,
  empty: 'This file is empty.',
  'header-only': 'This file has the names of columns and no people under them.',
  'no-header':
    'The first line of this file is a person. Put the names of the columns above it and upload it again.',
  'excel-workbook':
    'This is an Excel workbook. Open it and save it as CSV UTF-8, then upload that file.',
  pdf: 'This is a PDF. A list must be a CSV file.',
  archive: 'This is an archive. Unpack it and upload the CSV file inside.',
  'web-page': 'This is a web page. Download the list itself, as CSV.',
  binary: 'This file is not text. A list must be a CSV file.',
  'unknown-encoding':
    'The letters of this file cannot be told apart. Save it as CSV UTF-8 and upload it again.',
  'broken-quotes':
    'A quotation mark in this file opens and never closes, so that its lines cannot be told apart. Export the list again.',
});

/** Why a row was left out: the reason and what would help. */
export const rejections = () => ({
  'too-few-columns': {
    why: 'Fewer cells than columns',
    cure: 'The missing cells, or reading such rows as far as they fit',
  },
  'too-many-columns': {
    why: 'More cells than columns',
    cure: 'Quotes around cells that hold a comma, or reading such rows as far as they fit',
  },
  'no-phone-or-email': {
    why: 'Neither a number nor an e-mail address',
    cure: 'One of the two',
  },
  'unusable-phone-and-email': {
    why: 'Its number or e-mail address is not a real one',
    cure: 'The right number or address',
  },
});

/** What could not be read in rows that are imported all the same. */
export const problems = (f: Format) => {
  const rows = (n: number, rest: string) => `${f.count(n, { one: 'row', other: 'rows' })}: ${rest}`;
  return {
    'unusable-phone': (n: number) => rows(n, 'a number that cannot be one is left out'),
    'unusable-email': (n: number) => rows(n, 'an e-mail address that cannot be one is left out'),
    'unread-date': (n: number) => rows(n, 'a date that cannot be read is left out'),
    'unread-amount': (n: number) => rows(n, 'an amount that cannot be read is left out'),
    'unread-consent': (n: number) => rows(n, 'what stands under consent says neither yes nor no'),
    'unread-zone': (n: number) =>
      rows(n, 'a time zone that cannot be read; the place or the number tells it'),
    'unread-country': (n: number) =>
      rows(n, 'a country that cannot be read; the usual one is taken'),
    'ragged-row': (n: number) => rows(n, 'cells too few or too many, read as far as they fit'),
  };
};
