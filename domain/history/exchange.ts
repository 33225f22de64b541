/**
 * What a telephone provider tells of the past or of this moment, in our words: the same for a list of the
 * API, one object of it, and a webhook of any version. Instants are ISO 8601 in UTC.
 */
export interface PastMessage {
  providerId: string;
  /** The provider's id of the number of ours; null where only the number itself is told. */
  numberId: string | null;
  /** The number of ours in E.164, where it is told. */
  number: string | null;
  /** The provider's id of the conversation; lists of v1 do not tell it. */
  conversationId: string | null;
  direction: 'in' | 'out';
  /** Who wrote it, and everybody it went to, as the provider writes them: of a group all recipients. */
  from: string;
  to: readonly string[];
  body: string;
  state: MessageState;
  /** When it was written. */
  at: string;
  /** The provider's id of the person of the firm who wrote it, or whose number it came to. */
  personId: string | null;
  /** Lists of v1 tell of none. */
  media: readonly PastMedia[];
}

/** `received` is what came in; the others as the ledger's words for what went out. */
export type MessageState = 'received' | 'accepted' | 'sent' | 'delivered' | 'undelivered';

export interface PastMedia {
  url: string;
  /** As the provider says it; the bytes decide. */
  contentType: string;
}

export interface PastCall {
  providerId: string;
  numberId: string | null;
  number: string | null;
  conversationId: string | null;
  direction: 'in' | 'out';
  /** The other side; empty where a webhook failed to tell it, and the call must be fetched. */
  participants: readonly string[];
  status: CallStatus;
  at: string;
  answeredAt: string | null;
  completedAt: string | null;
  durationS: number | null;
  /** Provider's ids of people of the firm. */
  personId: string | null;
  answeredBy: string | null;
  forwardedFrom: string | null;
  forwardedTo: string | null;
}

/** The provider's own words, which describe a call best; one that we do not know is `unknown`. */
export const callStatuses = [
  'queued',
  'initiated',
  'ringing',
  'in-progress',
  'completed',
  'busy',
  'failed',
  'no-answer',
  'canceled',
  'missed',
  'answered',
  'forwarded',
  'abandoned',
  'unknown',
] as const;
export type CallStatus = (typeof callStatuses)[number];

/** What a number of ours and some people exchange, as the provider keeps it together. */
export interface PastConversation {
  providerId: string;
  /** The provider's id of the number of ours. */
  numberId: string;
  /** The other side, as the provider writes it. */
  participants: readonly string[];
  name: string | null;
  /** The provider's id of the person who looks after it. */
  assignedTo: string | null;
  createdAt: string | null;
  updatedAt: string | null;
  lastActivityAt: string | null;
  /** The provider's id of that message or call. */
  lastActivityId: string | null;
  deletedAt: string | null;
}

/** A number of ours. */
export interface PastNumber {
  providerId: string;
  /** E.164. */
  value: string;
  name: string;
}

/** Somebody of the firm. */
export interface PastPerson {
  providerId: string;
  name: string;
  email: string | null;
}

/** What belongs to a call and comes after it, each part by itself; undefined is not told, null is none. */
export interface CallParts {
  callId: string;
  recordings?: readonly PastRecording[];
  voicemail?: PastVoicemail | null;
  summary?: PastSummary | null;
  transcript?: PastTranscript | null;
}

export interface PastRecording {
  /** The provider's id, or what tells it from the others of its call. */
  id: string;
  /** Null while it is being processed. */
  url: string | null;
  contentType: string;
  durationS: number | null;
}

export interface PastVoicemail {
  url: string | null;
  durationS: number | null;
  /** What was said, where the provider wrote it down. */
  text: string | null;
}

export type PastSummary = {
  state: PartState;
  lines: readonly string[];
  nextSteps: readonly string[];
};

export type PastTranscript = {
  state: PartState;
  turns: readonly PastTurn[];
};

/** Seconds from the beginning of the recording. */
export type PastTurn = {
  start: number;
  end: number;
  text: string;
  /** Who speaks, as the provider tells: a number, or the id of a person of the firm. */
  number: string | null;
  personId: string | null;
};

/** `absent` is none for this call. */
export type PartState = 'absent' | 'in-progress' | 'completed' | 'failed';

/** Whether somebody called us and nobody took it. */
export function isMissed(call: Pick<PastCall, 'direction' | 'answeredAt' | 'status'>): boolean {
  return call.direction === 'in' && call.answeredAt === null && isOver(call.status);
}

const underway: readonly CallStatus[] = ['queued', 'initiated', 'ringing', 'in-progress'];

/** Whether a call has come to its end, so that what belongs to it may be asked for. */
export const isOver = (status: CallStatus): boolean => !underway.includes(status);
