import type { Format } from '../../format.ts';

/** The second walk that compares what OpenPhone has with what is here. */
export const proof = (f: Format) => ({
  title: 'Proof',
  about:
    'A second walk compares the ids of every conversation at OpenPhone with what is here. No counter is believed.',
  notYet: 'It follows once everything is read.',
  running: (compared: number, total: number | null) =>
    total === null
      ? `${f.count(compared, { one: 'conversation', other: 'conversations' })} compared so far`
      : `${f.number(compared)} of ${f.count(total, { one: 'conversation', other: 'conversations' })} compared`,
  whole: (at: Date) => `Whole: everything that OpenPhone has is here. Proved ${f.moment(at)}.`,
  holes: (n: number, at: Date) =>
    `${f.count(n, { one: 'thing', other: 'things' })} that OpenPhone has ${f.plural(n, { one: 'is', other: 'are' })} not here. Compared ${f.moment(at)}. One order reads them again.`,
  mended: (at: Date) => `What was missing is here now. Compared ${f.moment(at)}.`,
  numbers: 'Number by number',
  numbersLabel: 'What OpenPhone has and what is here, by number',
  number: 'Number',
  unknownNumber: 'Number that is gone',
  conversations: 'Conversations',
  messagesTheirs: 'Messages there',
  messagesOurs: 'Messages here',
  callsTheirs: 'Calls there',
  callsOurs: 'Calls here',
  total: 'All numbers',
  differing: 'Conversations that differ',
  differingLabel: 'Conversations that differ, the largest holes first',
  differingNone: 'No conversation differs.',
  differingTitle: 'Conversations that differ',
  with: 'Conversation with',
  nobody: 'not here yet',
  messages: 'Messages',
  calls: 'Calls',
  thereAndHere: (theirs: number, ours: number) =>
    `${f.number(theirs)} there, ${f.number(ours)} here`,
  missing: 'Missing',
  missingKinds: { conversation: 'Conversation', message: 'Message', call: 'Call' },
  mendedMark: 'here now',
  moreMissing: (n: number) => `and ${f.number(n)} more`,
  onlyHere: 'Nothing is missing. OpenPhone has deleted some of it since; it is kept here.',
  all: (n: number) => `All ${f.number(n)} conversations`,
  download: 'Ids as CSV',
  pager: 'More conversations that differ',
  csv: {
    name: 'missing',
    kind: 'Kind',
    id: 'Id',
    number: 'Number id',
    conversation: 'Conversation id',
    found: 'Found missing',
    mended: 'Read since',
  },
});
