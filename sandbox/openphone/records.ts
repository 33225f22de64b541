/** What the workspace holds, whether the seed made it or somebody since. Instants are epoch ms. */

export type MessageStatus = 'queued' | 'sent' | 'delivered' | 'undelivered';

export type MessageRecord = {
  readonly id: string;
  readonly conversationId: string;
  readonly phoneNumberId: string;
  readonly direction: 'incoming' | 'outgoing';
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
  readonly userId: string;
  readonly status: MessageStatus;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Names of pictures; webhooks alone tell of them. */
  readonly media: readonly string[];
};

export const CALL_STATUSES = [
  'completed',
  'missed',
  'answered',
  'no-answer',
  'forwarded',
  'busy',
  'failed',
  'canceled',
  'abandoned',
  'queued',
  'initiated',
  'ringing',
  'in-progress',
] as const;

export type CallStatus = (typeof CALL_STATUSES)[number];

export type CallRecord = {
  readonly id: string;
  readonly conversationId: string;
  readonly phoneNumberId: string;
  readonly direction: 'incoming' | 'outgoing';
  readonly status: CallStatus;
  readonly participant: string;
  readonly userId: string;
  readonly createdAt: number;
  readonly answeredAt: number | null;
  readonly completedAt: number | null;
  /** Seconds. */
  readonly duration: number;
  readonly forwardedFrom: string | null;
  readonly forwardedTo: string | null;
  readonly parts: CallParts;
};

/** What follows a call; what is absent here is answered with 404, or an empty list of recordings. */
export type CallParts = {
  readonly recordings: readonly Recording[];
  readonly voicemail?: Voicemail;
  readonly summary?: Summary;
  readonly transcript?: Transcript;
};

export type Recording = {
  readonly id: string;
  /** Seconds; null while it is processed. */
  readonly duration: number | null;
  readonly startTime: number;
  readonly status: 'completed' | 'processing';
};

export type Voicemail = {
  readonly id: string;
  readonly duration: number | null;
  readonly transcript: string | null;
  readonly status: 'completed' | 'in-progress';
};

type Made = 'absent' | 'in-progress' | 'completed' | 'failed';

export type Summary = {
  readonly status: Made;
  readonly summary: readonly string[] | null;
  readonly nextSteps: readonly string[] | null;
  /** What an automation drew out of the call. */
  readonly jobs: readonly Job[] | null;
};

type Job = {
  readonly icon: string;
  readonly name: string;
  readonly data: readonly { readonly name: string; readonly value: string | number | boolean }[];
};

export type Transcript = {
  readonly status: Made;
  readonly createdAt: number;
  readonly duration: number;
  readonly dialogue: readonly Turn[] | null;
};

/** `userId` is null where the other side speaks. Seconds from the start of the call. */
export type Turn = {
  readonly content: string;
  readonly start: number;
  readonly end: number;
  readonly identifier: string;
  readonly userId: string | null;
};

export type ContactRecord = {
  readonly id: string;
  readonly externalId: string | null;
  readonly source: string | null;
  readonly sourceUrl: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly company: string | null;
  readonly role: string | null;
  readonly emails: readonly NamedValue[];
  readonly phoneNumbers: readonly NamedValue[];
  readonly createdByUserId: string;
  readonly createdAt: number;
  readonly updatedAt: number;
};

export type NamedValue = { readonly name: string; readonly value: string | null };

/** What of a message concerns Quo alone. */
export type QuoMessage = {
  readonly phoneNumberId: string;
  /** Everybody but our number. */
  readonly participants: readonly string[];
  readonly userId: string;
};

/** The steps that a call which somebody plays has still to go. */
export type CallStep = 'answer' | 'end' | 'recording' | 'summary' | 'transcript' | 'voicemail';

export type LiveCall = {
  readonly call: CallRecord;
  readonly next: readonly CallStep[];
  /** What the parts will say, once they are there. */
  readonly script: CallRecord['parts'];
};
