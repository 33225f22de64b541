import type { Ending } from '#domain/campaigns/membership.ts';
import type { SnoozePreset } from '#domain/inbox/snooze.ts';
import type { InboxView } from '#domain/inbox/views.ts';
import type { Format } from '../format.ts';
import { link, strong } from '../rich.ts';
import { calls } from './inbox/calls.ts';
import { outcomes } from './inbox/outcomes.ts';
import { person } from './inbox/person.ts';
import { pictures } from './inbox/pictures.ts';

export const inbox = (f: Format) => ({
  title: 'Inbox',
  views: {
    open: 'All open',
    'needs-reply': 'Needs reply',
    mine: 'Mine',
    unassigned: 'Unassigned',
    unread: 'Unread',
    missed: 'Missed calls and voicemail',
    snoozed: 'Snoozed',
    failed: 'Not delivered',
    done: 'Done',
  } satisfies Record<InboxView, string>,
  viewsLabel: 'Inbox views',
  chooseView: 'Another view',
  count: (n: number, most: number) => (n >= most ? `${f.number(most - 1)}+` : f.number(n)),
  live: 'Live',
  notLive: 'Not live',
  keys: 'Keys',

  list: {
    label: (view: string) => `Conversations: ${view}`,
    search: 'Search conversations',
    placeholder: 'Search: from: channel:sms is:unread',
    found: (n: number, more: boolean) =>
      n === 0
        ? 'Nothing found.'
        : `${more ? `More than ${f.number(n)}` : f.number(n)} found, also among those that are done.`,
    older: 'Older conversations',
    news: (n: number) => `${f.number(n)} new`,
    nextKey: 'Next conversation',
    previousKey: 'Previous conversation',
    newsLabel: (n: number) =>
      `Show ${f.count(n, { one: 'new conversation', other: 'new conversations' })}`,
    unread: 'unread',
    you: (text: string) => `You: ${text}`,
    them: (name: string, text: string) => `${name}: ${text}`,
    automatic: (text: string) => `Automatic: ${text}`,
    picture: 'A picture',
    call: 'A call',
    missed: 'Missed call',
    needsReply: (ms: number) => `Needs reply, ${f.duration(ms)}`,
    needsReplyNow: 'Needs reply',
    optedOut: 'Opted out',
    failed: 'Not delivered',
    snoozed: (until: Date) => `Until ${f.day(until)}`,
    done: 'Done',
    nobody: 'Unassigned',
  },

  empty: {
    open: {
      title: 'No open conversations',
      why: 'Replies to campaigns and texts to your numbers appear here by themselves.',
    },
    'needs-reply': { title: 'Nobody waits for an answer', why: 'Everything is answered.' },
    mine: {
      title: 'Nothing is yours',
      why: 'What is given to you, or what you take, stands here.',
    },
    unassigned: { title: 'Everything has someone', why: 'Each open conversation is assigned.' },
    unread: { title: 'All read', why: 'What arrives is shown here until you have opened it.' },
    missed: {
      title: 'No missed calls',
      why: 'A call that nobody took stands here until someone writes, calls back or marks it as done.',
    },
    snoozed: { title: 'Nothing is snoozed', why: 'A snoozed conversation comes back by itself.' },
    failed: { title: 'Everything arrived', why: 'Messages that did not arrive would stand here.' },
    done: { title: 'Nothing is done yet', why: 'A conversation laid aside stands here.' },
    search: {
      title: 'Nothing found',
      why: 'The search looks at names, numbers and the text of all messages.',
    },
    none: {
      title: 'Choose a conversation',
      why: 'J and K move through the list, Enter opens.',
    },
  },
  toOpen: 'Show all open',

  thread: {
    back: 'Back to the list',
    label: (name: string) => `Conversation with ${name}`,
    about: (name: string) => `About ${name}`,
    assign: (who: string) => `${who}, change assignee`,
    assignTo: 'Assign to',
    me: (name: string) => `${name} (you)`,
    nobody: 'Nobody',
    snooze: 'Snooze',
    snoozeUntil: 'Snooze until',
    presets: {
      'three-hours': 'In three hours',
      evening: 'This evening',
      tomorrow: 'Tomorrow',
      monday: 'Monday',
      week: 'In a week',
    } satisfies Record<SnoozePreset, string>,
    pick: 'Day and time',
    pickSet: 'Snooze',
    past: 'Choose a time that is still to come.',
    done: 'Done',
    markDone: 'Mark as done',
    reopen: 'Reopen',
    wake: 'Wake now',
    unread: 'Mark as unread',
    saidDone: 'Marked as done.',
    isDone: 'Done',
    isSnoozed: (until: Date) => `Snoozed until ${f.moment(until)}`,
    older: 'Show earlier messages',
    begins: 'The conversation begins here.',
    nothing: 'Nothing has been said yet.',
    arrived: (name: string) => `New message from ${name}`,
    toLatest: 'To the latest',
    today: (day: string) => `Today, ${day}`,
    to: (number: string) => `to ${number}`,
    from: (number: string) => `from ${number}`,
    toAll: (numbers: readonly string[]) => `to ${f.list(numbers)}`,
    automatic: 'Automatic answer',
    why: link('Why this, why then'),
    endings: endings(),
    whyWalk: link('See the walk'),
    ordered: {
      taken: (by: string) => `${strong(by)} took it.`,
      given: (by: string, to: string) => `${strong(by)} gave it to ${to}.`,
      freed: (by: string) => `${strong(by)} gave it to nobody.`,
      snoozed: (by: string, until: Date) => `${strong(by)} snoozed it until ${f.moment(until)}.`,
      done: (by: string) => `${strong(by)} marked it as done.`,
      reopened: (by: string) => `${strong(by)} reopened it.`,
    },
    someone: 'Someone',
    erased: 'Erased, with the person who wrote it.',
    meanings: {
      stop: 'Read as STOP: texts to this number are stopped.',
      'stop-phrase': 'Read as a wish to get no more texts: they are stopped.',
      start: 'Read as START: texts may go there again.',
      help: 'Read as HELP and answered.',
      'auto-reply': 'Written by their telephone, not by them.',
    },
  },

  state: outcomes(f),

  calls: calls(f),
  pictures: pictures(f),

  composer: {
    by: 'Answer by',
    sms: 'SMS',
    note: 'Note',
    sender: 'From which number',
    from: (number: string) => `from ${number}`,
    anySender: 'from the number that fits best',
    pausedSender: (number: string) => `from ${number} (paused)`,
    address: 'To which number',
    to: (number: string) => `to ${number}`,
    closedAddress: (number: string) => `to ${number} (closed)`,
    text: (name: string) => `Your text to ${name}`,
    placeholder: (name: string) => `Write to ${name}`,
    send: 'Send SMS',
    sendTo: (name: string) => `Send SMS to ${name}`,
    saveNote: 'Save note',
    empty: 'Write something first.',
    long: (length: number, most: number) =>
      `That is ${f.number(length)} characters; a text may have ${f.number(most)}.`,
    noSender: 'This number cannot send at the moment. Choose another one.',
    segments: (units: number, room: number, segments: number) =>
      `${f.number(units)} of ${f.number(room)} · ${f.count(segments, { one: 'segment', other: 'segments' })}`,
    nothing: (room: number) => `0 of ${f.number(room)}`,
    costly: (signs: readonly string[]) =>
      `${f.list(signs)} ${f.plural(signs.length, { one: 'shortens', other: 'shorten' })} each segment to 70 characters.`,
    closed: {
      erased: 'This person was erased. Nobody can write to them.',
      'opted-out': (since: Date | null) =>
        `Texts to this number were stopped${since ? ` ${f.moment(since)}` : ''}. Only they can lift that, by writing START.`,
      landline: 'This number is a landline and takes no texts.',
      'invalid-number': 'The provider says that this number is not in use.',
      'no-number': 'No number is known that takes texts.',
    },
    noteStill: 'A note can still be written.',
    readOnly: 'Your seat reads here. Agents and admins answer.',
    answered: (by: string, ago: string) => `${strong(by)} answered ${ago} ago:`,
    review: 'Review first',
    anyway: 'Send anyway',
    notNow: 'This message needs no second try: it was sent again, or may still arrive.',
    tryAgain: 'Try again',
  },

  person: person(f),
});

function endings(): Record<Ending, (campaign: string) => string> {
  const ended = (what: string) => (campaign: string) =>
    `${strong(what)} through ${campaign}. Nothing more will be sent from it.`;
  return {
    replied: ended('Their reply ended their walk'),
    'opted-out': ended('Their opt-out ended their walk'),
    suppressed: ended('A block of their number ended their walk'),
    'no-consent': ended('Missing consent ended their walk'),
    stopped: ended('Someone stopped their walk'),
    'campaign-stopped': ended('The campaign was stopped, and with it their walk'),
    erased: ended('The erasure ended their walk'),
    failed: ended('A message that could not be sent ended their walk'),
    finished: (campaign) => `${strong('Their walk')} through ${campaign} came to its end.`,
    exited: (campaign) => `${strong('Their walk')} through ${campaign} came to an exit.`,
  };
}
