import type { Format } from '../format.ts';
import { rejections, notLists, problems } from './imports/refusals.ts';
import { mapping } from './imports/mapping.ts';
import { preview } from './imports/preview.ts';
import { progress } from './imports/progress.ts';

/** Lists of contacts: upload, mapping, preview, progress, result. */
export const imports = (f: Format) => ({
  title: 'Imports',
  lede: 'Lists of contacts that came in, newest first.',
  add: 'Import contacts',
  none: {
    title: 'No list has been imported',
    why: 'A list is a CSV file with a person on each line. It is looked at first; nothing is written before you start it.',
  },
  table: {
    label: 'Imports',
    file: 'File',
    state: 'State',
    rows: 'Rows',
    created: 'New',
    rejected: 'Rejected',
    by: 'Uploaded',
  },
  uploadedBy: (name: string | null, at: string) => (name ? `${at}, by ${name}` : at),
  states: {
    mapping: 'Not started',
    running: 'Running',
    paused: 'Paused',
    complete: 'Done',
    failed: 'Failed',
    cancelled: 'Cancelled',
  },
  upload: {
    title: 'Import contacts',
    lede: (limit: number) =>
      `A CSV file of up to ${f.bytes(limit)}, with the names of its columns in the first line. Excel and Google Sheets write one with “Save as” or “Download”.`,
    file: 'File',
    invite: 'Choose a CSV file, or drop it here',
    hint: 'You see what it would do before anything is written.',
    tooLarge: (limit: number) =>
      `This file is larger than ${f.bytes(limit)}. Split it into smaller lists.`,
    missing: 'Choose a file first.',
    cut: 'The file did not arrive whole. Nothing was kept; send it again.',
    act: 'Upload',
  },
  notLists: notLists(f),
  rejections: rejections(),
  problems: problems(f),
  mapping: mapping(f),
  preview: preview(f),
  progress: progress(f),
});
