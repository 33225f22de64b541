import type { Format } from '../format.ts';
import { designer } from './sequences/designer.ts';
import { issues } from './sequences/issues.ts';
import { message } from './sequences/message.ts';
import { versions } from './sequences/versions.ts';

const units = {
  minutes: { one: 'minute', other: 'minutes' },
  hours: { one: 'hour', other: 'hours' },
  days: { one: 'day', other: 'days' },
};

const people = { one: 'person walks', other: 'people walk' };

export const sequences = (f: Format) => ({
  title: 'Sequences',
  lede: 'What is said, in which order, and how long to wait between. A campaign sends a published version.',
  wait: (amount: number, unit: keyof typeof units) => `wait ${f.count(amount, units[unit])}`,
  waitUntil: (time: string) => `wait until ${time} of their day`,
  waitUntilOn: (time: string, days: string) => `wait until ${time} of their day, on ${days}`,
  workdays: 'weekdays',
  untitled: (n: number) => `Message ${f.number(n)}`,
  exit: (label: string) => `Exit: ${label}`,
  exitUnnamed: 'Exit',

  new: 'New sequence',
  newLede: 'A name that your colleagues will know it by. You write the steps next.',
  name: 'Name',
  nameMissing: 'Give it a name that you will know it by.',
  create: 'Create sequence',
  empty: 'No sequence yet',
  emptyLede:
    'A sequence is a first message, a wait, a reminder. You can try it on yourself before anybody gets it.',
  list: 'Sequences, the one edited last first',
  columns: {
    name: 'Sequence',
    state: 'State',
    steps: 'Steps',
    campaigns: 'Campaigns',
    walking: 'Walking now',
    edited: 'Edited',
    orders: 'More',
  },
  states: {
    draft: 'Draft',
    published: (version: number) => `Version ${f.number(version)}`,
    ahead: (version: number) => `Version ${f.number(version)}, draft ahead`,
    archived: 'Archived',
  },
  messages: (n: number, steps: number) =>
    `${f.count(n, { one: 'message', other: 'messages' })} in ${f.count(steps, { one: 'step', other: 'steps' })}`,
  edited: (at: Date, by: string | null) => (by ? `${f.moment(at)}, ${by}` : f.moment(at)),
  archivedOnes: (n: number) => `Archived (${f.number(n)})`,
  archivedTitle: 'Archived sequences',
  archivedNone: 'Nothing is archived',

  rename: 'Rename …',
  renameTitle: 'Rename',
  duplicate: 'Duplicate',
  copyName: (name: string) => `${name}, copy`,
  archive: 'Archive',
  archiveAsk: (n: number) =>
    n > 0
      ? `Archive it? ${f.count(n, people)} one of its versions and go on to the end; no new campaign can choose it.`
      : 'Archive it? No new campaign can choose it. You can bring it back at any time.',
  archiveYes: 'Archive',
  unarchive: 'Bring back',
  archivedNote: 'This sequence is archived: no new campaign can choose it, and nobody can edit it.',

  designer: designer(f),
  issues: issues(f),
  message: message(f),
  versions: versions(f),
});
