import type { CallRecord } from '#domain/history/call-record.ts';
import type {
  ConversationProps,
  InboxRow,
  OpenConversation,
  SaidEntry,
  ThreadAudio,
  ThreadEntry,
} from '#web/inbox/types.ts';

export const nine = new Date('2026-11-17T14:00:00Z');

const later = (minutes: number) => new Date(nine.getTime() + minutes * 60_000);

export const row = (change: Partial<InboxRow> = {}): InboxRow => ({
  id: '0190f000-0000-7000-8000-000000000001',
  firstName: 'Ruth',
  lastName: 'Halloran',
  company: '',
  phone: '+16035550102',
  preview: 'Monday works!',
  channel: 'sms',
  direction: 'in',
  authorId: null,
  author: null,
  lastAt: nine,
  needsReply: true,
  lastInboundAt: nine,
  unread: true,
  state: 'open',
  snoozedUntil: null,
  assigneeId: null,
  assignee: null,
  failed: false,
  optedOut: false,
  missed: false,
  ...change,
});

export const conversation = (change: Partial<OpenConversation> = {}): OpenConversation => ({
  id: '0190f000-0000-7000-8000-000000000001',
  contactId: '0190f000-0000-7000-8000-000000000002',
  firstName: 'Ruth',
  lastName: 'Halloran',
  company: '',
  state: 'open',
  snoozedUntil: null,
  assigneeId: null,
  assignee: null,
  unread: true,
  city: 'Portsmouth',
  region: 'NH',
  country: 'US',
  language: 'en',
  zone: null,
  tags: ['deck'],
  notes: '',
  erased: false,
  since: nine,
  addresses: [
    {
      id: '0190f000-0000-7000-8000-000000000003',
      kind: 'phone',
      value: '+16035550102',
      label: 'mobile',
      zone: 'America/New_York',
      closed: null,
      stopped: null,
      consent: { status: 'given', source: 'form', basis: '', at: nine.toISOString() },
    },
  ],
  addressId: '0190f000-0000-7000-8000-000000000003',
  senderId: '0190f000-0000-7000-8000-000000000004',
  mayWrite: true,
  ...change,
});

let count = 0;

export const said = (change: Partial<SaidEntry> = {}, minutes = 0): ThreadEntry => ({
  what: 'said',
  id: `0190f000-0000-7000-9000-${String((count += 1)).padStart(12, '0')}`,
  at: later(minutes),
  cursor: `${later(minutes).getTime()}000_i${count}`,
  kind: 'message',
  channel: 'sms',
  direction: 'in',
  body: 'Monday works!',
  state: 'received',
  author: null,
  sender: '+16035550161',
  address: '+16035550102',
  campaign: null,
  purpose: null,
  meaning: null,
  retried: false,
  erased: false,
  send: null,
  pictures: [],
  audio: [],
  call: null,
  person: null,
  from: null,
  to: [],
  ...change,
});

const ledger = (
  state: NonNullable<SaidEntry['send']>['state'],
  errorCode: string | null = null,
) => ({
  state,
  errorCode,
  provider: 'twilio' as const,
  segments: 2,
  priceMicros: 22_400,
  currency: 'USD',
  heldUntil: nine.toISOString(),
  finishedAt: nine.toISOString(),
  membershipId: null,
});

const dana = { id: 'u2', name: 'Dana Whitcomb' };

/** A message of ours in a state of the ledger. */
export const ours = (
  state: NonNullable<SaidEntry['send']>['state'],
  errorCode: string | null = null,
  change: Partial<SaidEntry> = {},
) =>
  said({
    direction: 'out',
    author: dana,
    body: 'We come on Monday.',
    state,
    send: ledger(state, errorCode),
    ...change,
  });

/** A call of theirs that Dana took. */
export const answeredCall: CallRecord = {
  status: 'completed',
  answeredAt: nine.toISOString(),
  durationS: 252,
  answeredBy: 'Dana Whitcomb',
  forwardedFrom: null,
  forwardedTo: null,
  voicemail: null,
  summary: {
    state: 'completed',
    lines: ['The gate sticks.'],
    nextSteps: ['Send Sal on Friday.'],
  },
  transcript: { state: 'completed', turns: 18 },
  partsRead: true,
};

export const audio = (change: Partial<ThreadAudio> = {}): ThreadAudio => ({
  id: `0190f000-0000-7000-b000-${String((count += 1)).padStart(12, '0')}`,
  role: 'recording',
  state: 'stored',
  linked: false,
  error: null,
  contentType: 'audio/mpeg',
  durationS: 252,
  ...change,
});

/** A call of theirs unless `change` says otherwise. */
export const called = (
  call: Partial<CallRecord> = {},
  change: Partial<SaidEntry> = {},
  minutes = 0,
) =>
  said(
    {
      kind: 'call',
      channel: 'call',
      body: '',
      state: null,
      call: { ...answeredCall, ...call },
      ...change,
    },
    minutes,
  );

const bare = {
  answeredAt: null,
  durationS: null,
  answeredBy: null,
  summary: null,
  transcript: null,
};

/** Each way that a call can end, and each state of what belongs to it. */
const calls = (): ThreadEntry[] => [
  called({}, { audio: [audio()] }, 30),
  called(
    { ...bare, status: 'missed', voicemail: { durationS: 23, text: 'Please call me back.' } },
    { kind: 'voicemail', audio: [audio({ role: 'voicemail', durationS: 23 })] },
    31,
  ),
  called({ ...bare, status: 'no-answer' }, {}, 32),
  called({ ...bare, status: 'ringing' }, {}, 33),
  called(
    {
      forwardedFrom: '+16035550199',
      summary: { state: 'in-progress', lines: [], nextSteps: [] },
      transcript: { state: 'failed', turns: 0 },
    },
    {
      direction: 'out',
      person: 'Ines Duarte',
      audio: [
        audio({ state: 'pending' }),
        audio({ state: 'pending', linked: true }),
        audio({ state: 'failed', error: 'gone' }),
        audio({ contentType: 'audio/amr' }),
      ],
    },
    34,
  ),
  called({ ...bare, status: 'forwarded', forwardedTo: '+16035550198' }, { kind: 'voicemail' }, 35),
];

/** One of everything that a thread can hold. */
export const everything = (): ThreadEntry[] => [
  ours('delivered', null, {
    author: null,
    campaign: { id: '0190f000-0000-7000-8000-000000000009', name: 'Storm windows' },
    send: { ...ledger('delivered'), membershipId: '0190f000-0000-7000-8000-000000000008' },
  }),
  said({ pictures: [stored('a'), { ...stored('b'), state: 'pending' }] }, 10),
  said(
    {
      pictures: [
        { ...stored('c'), state: 'failed' },
        { ...stored('d'), contentType: 'text/vcard', name: '' },
      ],
    },
    11,
  ),
  said({ body: 'STOP', meaning: 'stop' }, 12),
  said({ body: 'Stopped.', direction: 'out', purpose: 'confirmation', state: 'sent' }, 13),
  said(
    {
      kind: 'note',
      direction: null,
      channel: null,
      author: dana,
      body: 'Call first.',
      sender: null,
    },
    14,
  ),
  ...(
    ['queued', 'held', 'parked', 'sending', 'accepted', 'sent', 'read', 'unconfirmed'] as const
  ).map((state) => ours(state)),
  ours('undelivered', '30003'),
  ours('failed', '99999', { retried: true }),
  ours('dropped', 'suppressed'),
  ...calls(),
  said(
    { from: '+16035550177', to: ['+16035550161', '+16035550102', '+16035550178'], body: 'To all' },
    36,
  ),
  {
    what: 'walk',
    at: later(20),
    cursor: '1_m',
    membershipId: '0190f000-0000-7000-8000-000000000008',
    campaign: 'Storm windows',
    ending: 'replied',
  },
  ...(['assign', 'snooze', 'done', 'reopen'] as const).map((kind, index) => ({
    what: 'ordered' as const,
    at: later(21),
    cursor: '1_o',
    id: `order-${index}`,
    kind: `conversation.${kind}` as const,
    by: 'Dana Whitcomb',
    to: 'Maren Okafor',
    until: later(60 * 24).toISOString(),
  })),
];

function stored(name: string) {
  return {
    id: `0190f000-0000-7000-a000-00000000000${name}`,
    state: 'stored' as const,
    contentType: 'image/jpeg',
    name: `${name}.jpg`,
    width: 640,
    height: 480,
  };
}

export const openProps = (
  entries: ThreadEntry[] = everything(),
  change: Partial<OpenConversation> = {},
): ConversationProps => ({
  conversation: conversation(change),
  thread: { entries, older: null },
  walks: [
    {
      id: '0190f000-0000-7000-8000-000000000008',
      campaignId: '0190f000-0000-7000-8000-000000000009',
      campaignName: 'Storm windows',
      state: 'ended',
      ending: 'replied',
      endedAt: nine,
    },
  ],
  members: [dana, { id: 'u1', name: 'Maren Okafor' }],
  senders: [
    { id: '0190f000-0000-7000-8000-000000000004', value: '+16035550161', state: 'active' },
    { id: '0190f000-0000-7000-8000-000000000005', value: '+16035550162', state: 'paused' },
  ],
  place: { view: 'open', q: '' },
});

/** Every text above that a workspace would hold. */
export const texts = [
  'Ruth Halloran',
  'Ruth',
  'Dana Whitcomb',
  'Maren Okafor',
  'Alder & Tide',
  'Monday works!',
  'We come on Monday.',
  'STOP',
  'Stopped.',
  'Call first.',
  'The gate sticks.',
  'Send Sal on Friday.',
  'Please call me back.',
  'Ines Duarte',
  'To all',
  'Storm windows',
  'Portsmouth, NH',
  'deck',
  'd.jpg',
];
