import { isMissed, type CallParts, type PastCall } from '../history/exchange.ts';
import type { Envelope } from './envelope.ts';
import { readRecording, readSummary, readTranscript, readVoicemail } from './parts.ts';

/** What of a call's parts stands in a webhook; null where none does, or nothing says of which call. */
export function partsOf({ type, object }: Envelope): CallParts | null {
  const callId = object['callId'] ?? object['id'];
  if (typeof callId !== 'string' || callId === '') return null;
  const told = { ...object, status: object['status'] ?? object['processingStatus'] };
  switch (type) {
    case 'call.summary.completed':
      return { callId, summary: readSummary(told) };
    case 'call.transcript.completed':
      return { callId, transcript: readTranscript(told) };
    case 'call.voicemail.completed':
      return { callId, voicemail: readVoicemail(told) };
    default:
      return partsOfCall(callId, object);
  }
}

/**
 * Recordings with ids of their own, and a voicemail. Until v3 recordings are media without ids: those are
 * left for the API to tell, or each would be there twice.
 */
function partsOfCall(
  callId: string,
  { recordings, voicemail }: Envelope['object'],
): CallParts | null {
  const named = Array.isArray(recordings)
    ? recordings.map(readRecording).filter((one) => one !== null)
    : [];
  const left = typeof voicemail === 'object' && voicemail ? readVoicemail(voicemail) : null;
  if (named.length === 0 && !left?.url) return null;
  return {
    callId,
    ...(named.length > 0 ? { recordings: named } : {}),
    ...(left?.url ? { voicemail: left } : {}),
  };
}

/** The v1 family tells of no voicemail when it is left; v4 not at all. */
export const mayHaveVoicemail = ({ family, type }: Envelope, call: PastCall): boolean =>
  family === 'v1' && type === 'call.completed' && isMissed(call);
