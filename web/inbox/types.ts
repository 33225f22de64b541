import type { Ending } from '#domain/campaigns/membership.ts';
import type { CallRecord } from '#domain/history/call-record.ts';
import type { PastTurn } from '#domain/history/exchange.ts';
import type { Unreachable } from '#domain/inbox/reachable.ts';
import type { InboxView } from '#domain/inbox/views.ts';
import type { Provider } from '#domain/sending/refusals.ts';
import type { SendState } from '#domain/sending/states.ts';

interface Named {
  firstName: string;
  lastName: string;
  company: string;
}

/** One line of the list. */
export interface InboxRow extends Named {
  id: string;
  phone: string | null;
  preview: string;
  channel: 'sms' | 'whatsapp' | 'email' | 'call' | null;
  direction: 'in' | 'out' | null;
  authorId: string | null;
  author: string | null;
  lastAt: Date;
  needsReply: boolean;
  lastInboundAt: Date | null;
  unread: boolean;
  state: 'open' | 'snoozed' | 'done';
  snoozedUntil: Date | null;
  assigneeId: string | null;
  assignee: string | null;
  failed: boolean;
  optedOut: boolean;
  /** A call of theirs that nobody took and nobody has answered since. */
  missed: boolean;
}

/** What the list shows and how it was asked for. */
export interface InboxList {
  view: InboxView;
  /** The search as it was typed; empty is none. */
  q: string;
  rows: readonly InboxRow[];
  /** Where older ones begin. */
  next: string | null;
  /** Conversations that came while the order was held still under somebody's hand. */
  news: number;
  /** The conversation that is open beside it. */
  openId: string | null;
}

export type ViewCounts = Readonly<Record<InboxView, number>>;

export interface ReachedAt {
  id: string;
  kind: 'phone' | 'email';
  value: string;
  label: 'mobile' | 'other' | 'email';
  zone: string | null;
  /** Why nobody may write there; null where texts may go. */
  closed: Unreachable | null;
  stopped: { reason: string; at: string } | null;
  consent: { status: 'given' | 'refused'; source: string; basis: string; at: string } | null;
}

export interface Member {
  id: string;
  name: string;
}

export interface DeskSender {
  id: string;
  value: string;
  state: 'active' | 'paused' | 'alert';
}

/** The conversation that is open: its person, its state, and what may be done. */
export interface OpenConversation extends Named {
  id: string;
  contactId: string;
  state: 'open' | 'snoozed' | 'done';
  snoozedUntil: Date | null;
  assigneeId: string | null;
  assignee: string | null;
  unread: boolean;
  city: string;
  region: string;
  country: string | null;
  language: string | null;
  zone: string | null;
  tags: readonly string[];
  notes: string;
  erased: boolean;
  since: Date;
  addresses: readonly ReachedAt[];
  /** The number of theirs that an answer goes to by itself, and the one of ours it comes from. */
  addressId: string | null;
  senderId: string | null;
  mayWrite: boolean;
}

export interface ThreadPicture {
  id: string;
  state: 'pending' | 'stored' | 'failed';
  contentType: string;
  name: string;
  width: number | null;
  height: number | null;
}

/** A recording or voicemail of a call. */
export interface ThreadAudio {
  id: string;
  role: 'recording' | 'voicemail';
  state: 'pending' | 'stored' | 'failed';
  /** Whether the provider has given a link to it. */
  linked: boolean;
  /** Why it is not there: a code of the store. */
  error: string | null;
  contentType: string;
  durationS: number | null;
}

/** What was said in a call. */
export interface CallTranscript {
  turns: readonly (PastTurn & { person: string | null })[];
  /** The recording that its turns lead to; null where there is none to hear. */
  recordingId: string | null;
  address: string | null;
  sender: string | null;
}

/** A picture in the viewer, with who sent it and when. */
export interface ViewedPicture extends ThreadPicture {
  at: Date;
  direction: 'in' | 'out' | null;
}

export interface SaidEntry {
  what: 'said';
  id: string;
  kind: 'message' | 'email' | 'call' | 'voicemail' | 'note' | 'event';
  channel: 'sms' | 'whatsapp' | 'email' | 'call' | null;
  direction: 'in' | 'out' | null;
  body: string;
  state: SendState | 'received' | null;
  author: Member | null;
  sender: string | null;
  address: string | null;
  campaign: { id: string; name: string } | null;
  purpose: string | null;
  meaning: 'stop' | 'stop-phrase' | 'start' | 'help' | 'auto-reply' | null;
  retried: boolean;
  /** Of somebody in a group who was erased: the text is gone. */
  erased: boolean;
  send: {
    state: SendState;
    errorCode: string | null;
    /** Null before one was chosen. */
    provider: Provider | null;
    segments: number | null;
    priceMicros: number | null;
    currency: string | null;
    heldUntil: string | null;
    finishedAt: string | null;
    membershipId: string | null;
  } | null;
  pictures: readonly ThreadPicture[];
  audio: readonly ThreadAudio[];
  call: CallRecord | null;
  /** Name of the person of the firm, where they have no seat here. */
  person: string | null;
  /** Who wrote it, as the provider tells; and all recipients, of a group more than one. */
  from: string | null;
  to: readonly string[];
}

export interface WalkEntry {
  what: 'walk';
  membershipId: string;
  campaign: string;
  ending: Ending;
}

export interface OrderedEntry {
  what: 'ordered';
  id: string;
  kind: 'conversation.assign' | 'conversation.snooze' | 'conversation.done' | 'conversation.reopen';
  by: string | null;
  to: string | null;
  until: string | null;
}

export type ThreadEntry = { at: Date; cursor: string } & (SaidEntry | WalkEntry | OrderedEntry);

/** A stretch of the thread, oldest first. */
export interface ThreadStretch {
  entries: readonly ThreadEntry[];
  /** Where earlier ones end; null where the conversation begins. */
  older: string | null;
}

export interface Walk {
  id: string;
  campaignId: string;
  campaignName: string;
  state: 'excluded' | 'enrolled' | 'walking' | 'ended';
  ending: Ending | null;
  endedAt: Date | null;
}

/** Everything about the conversation that is open. */
export interface ConversationProps {
  conversation: OpenConversation;
  thread: ThreadStretch;
  walks: readonly Walk[];
  members: readonly Member[];
  senders: readonly DeskSender[];
  /** The list beside it, to come back to. */
  place: ListPlace;
}

/** Which list a conversation was opened from. */
export interface ListPlace {
  view: InboxView;
  q: string;
}
