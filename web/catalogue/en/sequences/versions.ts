import type { Format } from '../../format.ts';
import { strong } from '../../rich.ts';

/** Publishing, and what one version says against another. */
export const versions = (f: Format) => ({
  publishTitle: (n: number) => `Publish version ${f.number(n)}`,
  publishLede:
    'New campaigns can choose it. Whoever walks an earlier version walks on as they began.',
  note: 'Note',
  noteHint: 'What is different, for whoever looks at it in a year.',
  publish: (n: number) => `Publish version ${f.number(n)}`,
  published: (n: number) => `Version ${f.number(n)} is published. Campaigns can choose it now.`,
  refused: (n: number) =>
    `It cannot be published: ${f.count(n, { one: 'error is', other: 'errors are' })} left in the draft.`,
  stale: 'Somebody changed the draft while you looked at it. Look again before you publish it.',
  nothingNew: (n: number) =>
    `The draft says the same as version ${f.number(n)}: there is nothing to publish.`,
  consider: 'To consider',
  first: 'The first version.',

  title: (name: string, n: number) => `${name}, version ${f.number(n)}`,
  draftTitle: (name: string) => `${name}, what the draft changes`,
  by: (at: Date, by: string | null) =>
    by ? `Published ${f.moment(at)} by ${strong(by)}.` : `Published ${f.moment(at)}.`,
  list: 'Versions',
  version: (n: number) => `Version ${f.number(n)}`,
  draft: 'Draft',
  none: 'Nothing is published yet, so there is nothing to compare with.',
  used: 'Used by',
  usedByNobody: 'No campaign uses it.',
  walking: (n: number) => f.count(n, { one: 'person walks it now', other: 'people walk it now' }),
  steps: 'Steps',
  since: (n: number) => `compared with version ${f.number(n)}`,
  sinceNothing: 'all of them new',
  summary: {
    added: (n: number) => `${f.number(n)} added`,
    removed: (n: number) => `${f.number(n)} removed`,
    moved: (n: number) => `${f.number(n)} moved`,
    changed: (n: number) => `${f.number(n)} changed`,
    same: 'nothing changed',
  },
  marks: {
    added: 'Added',
    removed: 'Removed',
    moved: 'Moved',
    changed: 'Changed',
    'moved-and-changed': 'Moved and changed',
    same: '',
  },
  before: 'Before',
  restore: 'Restore as draft',
  restoreAsk: (n: number) =>
    `Put version ${f.number(n)} in place of the draft? The draft of now can be brought back by Undo.`,
  restoreYes: 'Restore',
  toDraft: 'Back to the draft',
});
