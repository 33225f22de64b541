import type { CallRecord, MessageRecord } from '../records.ts';
import type { ApiVersion } from '../settings.ts';
import type { Told } from './told.ts';

/** The body of the v1 family, in one of the shapes that it has had. */
export function legacyPayload(told: Told, apiVersion: ApiVersion): object {
  const { event } = told;
  const subject = 'message' in told ? told.message : told.call;
  const { phoneNumberId, conversationId } = subject;
  const deepLink = `https://my.quo.com/inbox/${phoneNumberId}/c/${conversationId}?at=${subject.id}`;
  const object =
    'message' in told ? messageObject(told, apiVersion) : objectOfCall(told, apiVersion);
  return {
    id: event.id,
    object: 'event',
    apiVersion,
    createdAt: iso(event.at),
    type: event.type,
    data: { object, deepLink },
  };
}

/** Until v3 the text was `body`; v4 says `text`, and media only where there are any. */
function messageObject(told: Told & { message: MessageRecord }, apiVersion: ApiVersion): object {
  const { message, link } = told;
  const media = message.media.map((name) => ({ url: link(name), type: 'image/png' }));
  const shared = {
    id: message.id,
    object: 'message',
    createdAt: iso(message.createdAt),
    direction: message.direction,
    from: message.from,
    phoneNumberId: message.phoneNumberId,
    status: message.direction === 'incoming' ? 'received' : message.status,
    userId: message.userId,
  };
  if (apiVersion === 'v4') {
    const to = message.to.length === 1 ? message.to[0] : message.to;
    const files = media.length > 0 ? { media } : {};
    return { ...shared, to, text: message.text, contactIds: [], ...files };
  }
  const { conversationId, userId, text } = message;
  return { ...shared, to: message.to[0], body: text, media, conversationId, createdBy: userId };
}

function objectOfCall(told: Told & { call: CallRecord }, apiVersion: ApiVersion): object {
  const { call, event } = told;
  const { summary, transcript } = call.parts;
  if (event.type === 'call.summary.completed') {
    const jobs = summary?.jobs?.map(({ icon, name, data }) => ({ icon, name, result: { data } }));
    return { object: 'callSummary', callId: call.id, ...summary, jobs: jobs ?? [] };
  }
  if (event.type === 'call.transcript.completed') {
    const createdAt = iso(transcript?.createdAt ?? event.at);
    return { object: 'callTranscript', callId: call.id, ...transcript, createdAt };
  }
  return callObject(told, apiVersion);
}

/** While it rings nothing of its end is known. */
function callObject(told: Told & { call: CallRecord }, apiVersion: ApiVersion): object {
  const { call, event, ourNumber } = told;
  const isRinging = event.type === 'call.ringing';
  const isIncoming = call.direction === 'incoming';
  const sides = isIncoming ? [call.participant, ourNumber] : [ourNumber, call.participant];
  return {
    id: call.id,
    object: 'call',
    direction: call.direction,
    status: isRinging ? 'ringing' : call.status,
    participants: told.isEmpty ? [] : sides,
    phoneNumberId: call.phoneNumberId,
    userId: call.userId,
    initiatedBy: isIncoming ? null : call.userId,
    answeredBy: isIncoming && call.answeredAt && !isRinging ? call.userId : null,
    answeredAt: isRinging ? null : isoOrNull(call.answeredAt),
    completedAt: isRinging ? null : isoOrNull(call.completedAt),
    createdAt: iso(call.createdAt),
    updatedAt: iso(event.at),
    duration: isRinging ? 0 : call.duration,
    forwardedFrom: call.forwardedFrom,
    forwardedTo: call.forwardedTo,
    ...(apiVersion === 'v4' ? { contactIds: [], ...recordings(told) } : files(told)),
  };
}

function recordings({ call, event, link }: Told & { call: CallRecord }): object {
  if (event.type !== 'call.recording.completed') return { recordings: null };
  const made = call.parts.recordings.map((one) => ({
    id: one.id,
    duration: one.duration,
    startTime: iso(one.startTime),
    type: 'audio/mpeg',
    url: link(one.id, one.duration ?? 1),
  }));
  return { recordings: made };
}

/** Before v4 a recording was a medium of the call, and a voicemail lay beside it. */
function files({ call, event, link }: Told & { call: CallRecord }): object {
  const { voicemail } = call.parts;
  const isRecording = event.type === 'call.recording.completed';
  const media = (isRecording ? call.parts.recordings : []).map((one) => ({
    url: link(one.id, one.duration ?? 1),
    type: 'audio/mpeg',
    duration: one.duration,
  }));
  const seconds = voicemail?.duration;
  const left =
    voicemail && seconds
      ? { url: link(voicemail.id, seconds), type: 'audio/wav', duration: seconds }
      : null;
  return { conversationId: call.conversationId, createdBy: call.userId, media, voicemail: left };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : iso(at);
}
