import type { Format } from '../../format.ts';

/** A running import, and its result. */
export const progress = (f: Format) => ({
  stages: {
    uploaded: 'Uploaded',
    matching: 'Match the columns',
    importing: 'Import',
    result: 'Result',
  },
  resultNote: 'with every rejected row',
  title: 'Importing',
  survives: 'It survives a restart and goes on at the row where it stood.',
  read: (rows: number, total: number | null) =>
    total === null
      ? `${f.count(rows, { one: 'row', other: 'rows' })} read`
      : `${f.number(rows)} of ${f.count(total, { one: 'row', other: 'rows' })}`,
  rate: (perSecond: number) => `${f.number(perSecond)} a second`,
  left: (ms: number) => `about ${f.duration(ms)} left`,
  label: 'Rows read',
  paused: 'Paused. Nothing is lost; it goes on where it stands.',
  pause: 'Pause',
  resume: 'Go on',
  cancel: 'Cancel …',
  cancelSure: 'Cancel this import? The rows written so far stay; the rest is not read.',
  figures: {
    rows: 'Rows read',
    created: 'New contacts',
    merged: 'Joined',
    unchanged: 'Nothing new',
    rejected: 'Rejected',
    suppressed: 'Opted out',
    joined: 'Found to be one',
  },
  took: (at: string, ms: number) => `${at}, took ${f.duration(ms)}`,
  done: (created: number) =>
    `Done: ${f.count(created, { one: 'new contact', other: 'new contacts' })}.`,
  nothingNew: 'Done: the list says nothing that is not known.',
  cancelledSay: (rows: number) =>
    rows === 0
      ? 'Discarded. Nothing of this list was written.'
      : `Cancelled after ${f.count(rows, { one: 'row', other: 'rows' })}. What was written stays.`,
  failures: {
    'file-gone': 'The file is no longer there. What was written stays; upload the list again.',
    'not-a-list':
      'From some line on the quotation marks of this file do not close, so that it cannot be read on. What was written stays.',
  },
  rejectedTitle: 'Rejected rows',
  rejectedTable: 'The first rejected rows',
  rejectedNone: 'Every row was taken.',
  row: 'Row',
  line: 'What it says',
  why: 'Why not',
  cure: 'What would help',
  download: (n: number) => `${f.count(n, { one: 'row', other: 'rows' })} as CSV`,
  more: (n: number) => `and ${f.count(n, { one: 'more row', other: 'more rows' })} in the CSV`,
  again: 'Import another list',
  people: 'See these contacts',
  refused: 'That is not possible any more: the import has moved on meanwhile.',
  reasonColumn: 'Why it was rejected',
  rowColumn: 'Row',
});
