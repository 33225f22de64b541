import { strong } from '../rich.ts';
import type { Format } from '../format.ts';

export const today = (f: Format) => ({
  title: 'Today',
  waiting: (n: number) =>
    n === 0
      ? 'Nobody waits for an answer.'
      : `${f.count(n, { one: 'person waits', other: 'people wait' })} for an answer.`,
  gone: (sent: number, planned: number, next: Date | null) =>
    [
      planned > 0
        ? `${f.number(sent)} of ${f.count(sent + planned, { one: 'message', other: 'messages' })} of today have gone`
        : sent > 0
          ? `${f.count(sent, { one: 'message has', other: 'messages have' })} gone today`
          : 'Nothing goes out today',
      next ? `; the next goes at ${f.time(next)}.` : '.',
    ].join(''),
  answer: (n: number) => (n === 1 ? 'Answer them' : `Answer the first of ${f.number(n)}`),

  line: {
    label: 'The line of the day',
    title: 'The day so far and to come',
    about: (day: {
      from: string;
      to: string;
      sent: number;
      replies: number;
      planned: number;
      now: Date;
    }) =>
      `Open from ${day.from} to ${day.to}. ${f.count(day.sent, { one: 'message', other: 'messages' })} and ${f.count(day.replies, { one: 'reply', other: 'replies' })} so far; ${f.count(day.planned, { one: 'message is', other: 'messages are' })} planned. Now it is ${f.time(day.now)}.`,
    now: (at: Date) => `Now, ${f.time(at)}`,
    last: 'Last message today',
  },

  person: {
    title: 'Waiting for a person',
    none: 'Nothing waits for a person at the moment.',
    conversations: 'Conversations to answer',
    oldest: (ms: number) => `the oldest for ${f.duration(ms)}`,
    undelivered: 'Messages that were not delivered',
    names: (names: readonly string[], n: number) =>
      n > names.length ? `${f.list(names)} and others` : f.list(names),
    unconfirmed: 'Unconfirmed sends to decide',
    since: (at: Date) => `the provider did not answer ${f.moment(at)}`,
    deadLetters: 'Events that could not be read',
    deadWhy: 'kept, and can be replayed',
    quarantined: 'Events with a wrong signature',
    quarantinedWhy: 'kept apart, never processed',
  },

  campaigns: {
    title: 'Campaigns under way',
    none: 'No campaign runs at the moment.',
    all: 'All campaigns',
    reached: (part: number, whole: number) =>
      `${f.number(part)} of ${f.count(whole, { one: 'person', other: 'people' })} reached`,
    replied: (part: number, whole: number) => `${f.share(part, whole)} replied`,
    states: {
      draft: 'Draft',
      launching: 'Launching',
      running: 'Running',
      paused: 'Paused',
    },
    pausedBy: (name: string) => `Paused by ${name}`,
    launched: (at: Date) => f.date(at),
    today: 'Today',
    pausedAt: (at: Date) => `Paused ${f.date(at)}`,
    lastStart: (at: Date) => `last start ${f.date(at)}`,
    allStarted: 'all have started',
    notYet: 'not launched',
    writing: 'Its audience is being written down.',
    notKnown: 'not known yet',
    review: 'Review it',
  },

  senders: {
    title: 'Numbers in trouble',
    table: 'Numbers, the worst first',
    of: (part: number, whole: number) => `${f.number(part)} of ${f.number(whole)}`,
    none: (whole: number) =>
      whole === 0
        ? 'No number is set up yet.'
        : `None of ${f.count(whole, { one: 'number', other: 'numbers' })}.`,
    number: 'Number',
    delivered: 'Delivered',
    state: 'State',
    states: { active: 'Watched', paused: 'Paused', alert: 'Resting' },
    few: 'too few to say',
  },

  happening: {
    title: 'Happening',
    none: 'Nothing has happened yet.',
    wrote: (name: string) => `${strong(name)} wrote`,
    sentPictures: (name: string, n: number) =>
      `${strong(name)} sent ${f.count(n, { one: 'picture', other: 'pictures' })}`,
    called: (name: string) => `${strong(name)} called`,
    answered: (author: string, name: string) => `${strong(author)} wrote to ${name}`,
    noted: (author: string, name: string) => `${strong(author)} noted something about ${name}`,
    told: (name: string) => `A message went to ${strong(name)}`,
    states: {
      queued: 'on its way',
      sending: 'on its way',
      accepted: 'on its way',
      sent: 'sent',
      delivered: 'delivered',
      read: 'read',
      undelivered: 'not delivered',
      failed: 'failed',
      refused: 'refused',
      unconfirmed: 'unconfirmed',
      dropped: 'not sent',
      held: 'held',
      parked: 'held',
    } as Record<string, string | undefined>,
  },

  fresh: {
    title: (workspace: string) => `${workspace} is ready`,
    lede: 'Three steps, and people hear from you.',
    label: 'The first three steps',
    import: 'Bring your contacts',
    importWhy: 'A list as CSV; you see what happens to each row before it does.',
    importGo: 'Import contacts',
    write: 'Write a sequence',
    writeWhy: 'A few messages and the waits between them.',
    writeGo: 'Write a sequence',
    launch: 'Launch a campaign',
    launchWhy: 'Choose who gets it and when; the review says what it will do before anything goes.',
    launchGo: 'Plan a campaign',
  },
});
