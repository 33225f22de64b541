import type { CallRecord, MessageRecord } from '../records.ts';
import type { Told } from './told.ts';

/** The body of the family dated 2026-03-30: what it is about, whom it concerns, where to look. */
export function datedPayload(told: Told, orgId: string): object {
  const { event } = told;
  const subject = 'message' in told ? told.message : told.call;
  const { conversationId, phoneNumberId, userId } = subject;
  const contacts = { ids: [], lookupStatus: 'available' };
  const shared = { orgId, phoneNumberId, conversationId, userId, contacts };
  return {
    id: event.id,
    apiVersion: '2026-03-30',
    createdAt: iso(event.at),
    type: event.type,
    data: {
      resource: 'message' in told ? messageResource(told.message, told) : resourceOfCall(told),
      context: { ...shared, ...('message' in told ? parties(told.message) : sides(told)) },
      links: { quo: `https://my.quo.com/inbox/${conversationId}` },
    },
  };
}

function messageResource(message: MessageRecord, { event, link }: Told): object {
  const failure = ['message.failed', 'message.undelivered'].includes(event.type);
  return {
    id: message.id,
    direction: message.direction,
    status: event.type.slice('message.'.length),
    text: message.text,
    media: message.media.map((name) => ({ url: link(name), type: 'image/png' })),
    errorCode: failure ? '30003' : null,
    createdAt: iso(message.createdAt),
  };
}

function parties(message: MessageRecord): object {
  return { senderIdentifier: message.from, recipientIdentifiers: message.to };
}

function sides(told: Told & { call: CallRecord }): object {
  const participants = {
    external: told.isEmpty ? [] : [told.call.participant],
    workspace: told.isEmpty ? [] : [told.ourNumber],
    resolution: told.isEmpty ? 'unavailable' : 'available',
  };
  return { participants };
}

function resourceOfCall(told: Told & { call: CallRecord }): object {
  const { call, event } = told;
  if (event.type === 'call.summary.completed') return summaryResource(call);
  if (event.type === 'call.transcript.completed') return transcriptResource(told);
  if (event.type === 'call.voicemail.completed') return voicemailResource(told);
  const isRecording = event.type === 'call.recording.completed';
  return { ...callResource(told), ...(isRecording ? { recordings: recordingsOf(told) } : {}) };
}

function callResource({ call, event }: Told & { call: CallRecord }): object {
  const isRinging = event.type === 'call.ringing';
  return {
    id: call.id,
    direction: call.direction,
    status: isRinging ? 'ringing' : call.status,
    duration: isRinging ? null : call.duration,
    answeredAt: call.answeredAt && !isRinging ? iso(call.answeredAt) : null,
    completedAt: call.completedAt && !isRinging ? iso(call.completedAt) : null,
    createdAt: iso(call.createdAt),
    updatedAt: iso(event.at),
    hasVoicemail: call.parts.voicemail !== undefined,
  };
}

function recordingsOf({ call, link }: Told & { call: CallRecord }): object[] {
  return call.parts.recordings.map((one) => ({
    id: one.id,
    duration: one.duration,
    startTime: iso(one.startTime),
    type: 'audio/mpeg',
    url: link(one.id, one.duration ?? 1),
  }));
}

function summaryResource(call: CallRecord): object {
  const { summary } = call.parts;
  return {
    callId: call.id,
    fromPhoneNumber: call.participant,
    answeredByUserId: call.answeredAt ? call.userId : null,
    handledByAiAgent: false,
    processingStatus: summary?.status ?? 'completed',
    summary: summary?.summary ?? [],
    nextSteps: summary?.nextSteps ?? [],
  };
}

function transcriptResource({ call, event }: Told & { call: CallRecord }): object {
  const { transcript } = call.parts;
  return {
    callId: call.id,
    createdAt: iso(transcript?.createdAt ?? event.at),
    duration: call.duration,
    processingStatus: transcript?.status ?? 'completed',
    dialogue: transcript?.dialogue ?? [],
  };
}

function voicemailResource({ call, event, ourNumber, link }: Told & { call: CallRecord }): object {
  const { voicemail } = call.parts;
  const seconds = voicemail?.duration ?? 0;
  return {
    callId: call.id,
    id: voicemail?.id,
    voicemailId: voicemail?.id,
    direction: call.direction,
    duration: seconds,
    from: call.participant,
    to: ourNumber,
    transcript: voicemail?.transcript ?? null,
    recordingUrl: voicemail ? link(voicemail.id, seconds) : null,
    createdAt: iso(event.at),
    updatedAt: iso(event.at),
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
