import type { CallRecord, CallStep, LiveCall } from '../records.ts';
import type { EventType } from '../webhooks/event.ts';

/** The call as it is after a step; a part of it appears as its script has it. */
export function afterStep(played: LiveCall, step: CallStep, now: number): CallRecord {
  const { call, script } = played;
  switch (step) {
    case 'answer':
      return { ...call, status: 'in-progress', answeredAt: now };
    case 'end':
      return { ...ended(call, now), parts: { recordings: [], ...unfinished(played) } };
    case 'recording':
      return { ...call, parts: { ...call.parts, recordings: script.recordings } };
    case 'summary':
    case 'transcript':
    case 'voicemail':
      return { ...call, parts: { ...call.parts, [step]: script[step] } };
  }
}

/** What the step is told as; that somebody missed a call is told besides its end. */
export function eventsOf(step: CallStep, call: CallRecord): readonly EventType[] {
  switch (step) {
    case 'answer':
      return ['call.answered'];
    case 'end':
      return ['call.completed', ...(call.status === 'no-answer' ? ['call.missed' as const] : [])];
    case 'recording':
    case 'summary':
    case 'transcript':
    case 'voicemail':
      return [`call.${step}.completed`];
  }
}

/** The length that was asked for counts, not the moment that the play took. */
function ended(call: CallRecord, now: number): CallRecord {
  const wasAnswered = call.answeredAt !== null;
  return {
    ...call,
    status: wasAnswered ? 'completed' : 'no-answer',
    duration: wasAnswered ? call.duration : 0,
    completedAt: now,
  };
}

/** A voicemail is known at once, and can be heard later. */
function unfinished({ next, script: { voicemail } }: LiveCall) {
  if (!voicemail || !next.includes('voicemail')) return {};
  return {
    voicemail: {
      id: voicemail.id,
      duration: null,
      transcript: null,
      status: 'in-progress' as const,
    },
  };
}
