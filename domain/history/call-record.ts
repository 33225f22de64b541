import { isOver, type CallStatus, type PartState, type PastSummary } from './exchange.ts';

/** A call with what belongs to it, as pages tell it. Instants are ISO 8601. */
export type CallRecord = {
  status: CallStatus;
  answeredAt: string | null;
  durationS: number | null;
  /** Name of the person of the firm. */
  answeredBy: string | null;
  forwardedFrom: string | null;
  forwardedTo: string | null;
  /** Null is none, or none yet. */
  voicemail: { durationS: number | null; text: string | null } | null;
  summary: PastSummary | null;
  /** How many turns there are; they are long and are read on demand. */
  transcript: { state: PartState; turns: number } | null;
  /** Whether the provider has been asked for what belongs to it. */
  partsRead: boolean;
};

/** What became of a call, as people say it. */
export type CallOutcome =
  | 'ringing'
  | 'talking'
  | 'answered'
  | 'voicemail'
  | 'missed'
  | 'forwarded'
  | 'no-answer'
  | 'busy'
  | 'not-connected'
  | 'hung-up'
  | 'unknown';

type Told = Pick<CallRecord, 'status' | 'answeredAt' | 'voicemail'>;

/** One outcome of the provider's many words. `completed` alone says only that the line is free again. */
export function callOutcome(call: Told, direction: 'in' | 'out'): CallOutcome {
  const { status, answeredAt } = call;
  if (!isOver(status)) return answeredAt || status === 'in-progress' ? 'talking' : 'ringing';
  if (status === 'forwarded') return 'forwarded';
  if (answeredAt || status === 'answered') return 'answered';
  if (call.voicemail) return 'voicemail';
  return nobodyTook[status] ?? (direction === 'in' ? 'missed' : 'no-answer');
}

/** What the provider says of a call that nobody took, where that is more than nothing. */
const nobodyTook: Partial<Record<CallStatus, CallOutcome>> = {
  busy: 'busy',
  failed: 'not-connected',
  canceled: 'hung-up',
  abandoned: 'hung-up',
  unknown: 'unknown',
};
