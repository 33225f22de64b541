import type { Format } from '../../format.ts';
import { strong } from '../../rich.ts';

/** Canvas, cards and drawers of the designer. */
export const designer = (f: Format) => ({
  steps: 'Steps',
  stops: `${strong('Ends at once')} when the person replies or opts out.`,
  versionsLabel: 'Versions',
  version: (n: number) => `Version ${f.number(n)}`,
  versionLive: (n: number) => `Version ${f.number(n)}, live`,
  draftOf: (n: number) => `Draft of version ${f.number(n)}`,
  draftSame: (n: number) => `Draft, as version ${f.number(n)}`,
  walking: (n: number) => f.count(n, { one: 'person', other: 'people' }),
  nobodyWalks: 'nobody walks it',
  saved: (at: Date) => `Saved ${f.moment(at)}`,
  undo: 'Undo',
  redo: 'Redo',
  compare: 'Compare',
  more: 'More for this sequence',
  publish: 'Publish …',

  toFix: (n: number) => `${f.number(n)} to fix`,
  toConsider: (n: number) => `${f.number(n)} to consider`,
  allWell: 'Nothing to fix',
  whyNot: (version: number, errors: number) =>
    `Version ${f.number(version)} can be published when ${errors === 1 ? 'the one error is' : `the ${f.number(errors)} errors are`} gone.`,
  nothingNew: (version: number) => `The draft says the same as version ${f.number(version)}.`,
  mayPublish: 'It can be published.',

  empty: 'No step yet',
  emptyLede: 'Begin with the first message.',
  insertFirst: 'Insert a step at the beginning',
  insertAfter: (step: string) => `Insert a step after ${step}`,
  insertMenu: 'Kinds of steps',
  kinds: {
    message: 'Message',
    wait: 'Wait',
    'wait-until': 'Wait until an hour',
    exit: 'Exit',
  },
  step: (n: number) => `Step ${f.number(n)}`,
  noText: 'No text yet',
  moreFor: (step: string) => `More for ${step}`,
  edit: (step: string) => `Edit ${step}`,
  up: 'Move up',
  down: 'Move down',
  move: 'Move …',
  duplicate: 'Duplicate',
  remove: 'Remove',
  moveHere: 'Move here',
  moveHereFirst: 'Move here, to the beginning',
  moveHereAfter: (step: string) => `Move here, after ${step}`,
  placing: (step: string) => `Where should ${strong(step)} go?`,
  placingCancel: 'Leave it where it is',
  moved: (step: string, position: number, of: number) =>
    `${step} moved to position ${f.number(position)} of ${f.number(of)}`,
  inserted: (step: string, position: number) => `${step} inserted as step ${f.number(position)}`,
  removed: (step: string) => `${step} removed`,
  undone: 'Undone',
  redone: 'Done again',
  counts: {
    sent: 'sent',
    replied: 'replied',
    optedOut: 'opted out',
    failed: 'failed',
    waiting: 'waiting for it',
  },

  drawer: 'Step',
  close: 'Close the step',
  titleField: 'Name of the step',
  amount: 'How long',
  unit: 'Unit',
  units: { minutes: 'minutes', hours: 'hours', days: 'days' },
  waitHint:
    'Days are days of the person’s own calendar. Lawful hours and the campaign’s hours hold besides.',
  hour: 'Until what time',
  hourHint: 'On the clock of the person, wherever they live.',
  days: 'Only on',
  daysHint: 'Choose none, and any day will do.',
  example: (to: Date) => `Here, somebody who comes to it now goes on ${f.moment(to)}.`,

  exitLabel: 'What it means',
  exitLabelHint: 'Stands on the page of everyone who gets here, such as “No answer”.',
  exitDefault: 'No answer',

  conflict: (by: string | null, at: Date) =>
    by
      ? `${strong(by)} changed this draft ${f.moment(at)}.`
      : `This draft was changed ${f.moment(at)}.`,
  conflictMine: 'What you typed is still here and not saved.',
  keepMine: 'Keep mine',
  showTheirs: 'Show theirs',
  gone: 'Somebody removed this step meanwhile, so there is nothing to save it to.',
  staleEdit:
    'Somebody else changed the draft meanwhile. This is how it stands now; do it again if you still want it.',
  refused:
    'That could not be done: the step is not where it was. This is how the draft stands now.',
});
