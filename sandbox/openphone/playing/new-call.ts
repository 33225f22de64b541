import { z } from 'zod';
import { E164 } from '../../state/account.ts';
import { conversationBetween } from '../live.ts';
import { newActivityId } from '../ids.ts';
import type { CallParts, CallRecord, CallStep, LiveCall } from '../records.ts';
import { drawFor, mix } from '../seed/draw.ts';
import type { OwnNumber } from '../seed/firm.ts';
import { shortId } from '../seed/ids.ts';
import type { Person } from '../seed/people.ts';
import { spokenSummary, spokenTranscript, voicemailText } from '../seed/spoken.ts';
import type { Workspace } from '../workspace.ts';

/** A call as somebody plays it. */
export const playedCall = z.object({
  /** Who is on the other side. */
  from: z.string().regex(E164, 'a number is written in E.164, such as +12015550118'),
  /** A number of the workspace, or its id. */
  to: z.string(),
  direction: z.enum(['incoming', 'outgoing']).default('incoming'),
  outcome: z.enum(['answered', 'missed', 'voicemail']).default('answered'),
  /** How long they speak, or the voicemail lasts. */
  seconds: z.number().int().min(1).max(36_000).default(60),
  recording: z.boolean().default(true),
  summary: z.boolean().default(true),
  /** Of what was said, or left as a voicemail. */
  transcript: z.boolean().default(true),
  language: z.enum(['en', 'fr', 'nl', 'es']).default('en'),
});

export type PlayedCall = z.infer<typeof playedCall>;

/** The call as it begins to ring, with the steps that lie before it. */
export function newCall(workspace: Workspace, number: OwnNumber, asked: PlayedCall): LiveCall {
  const id = newActivityId();
  const now = Date.now();
  const met = { phoneNumberId: number.id, participants: [asked.from], at: now };
  const call = {
    id,
    conversationId: conversationBetween(workspace, met).id,
    phoneNumberId: number.id,
    direction: asked.direction,
    status: 'ringing' as const,
    participant: asked.from,
    userId: number.userIds[0]!,
    createdAt: now,
    answeredAt: null,
    completedAt: null,
    duration: asked.outcome === 'answered' ? asked.seconds : 0,
    forwardedFrom: null,
    forwardedTo: null,
    parts: { recordings: [] },
  };
  return { call, next: stepsOf(asked), script: scriptOf(call, number, { workspace, asked }) };
}

function stepsOf(asked: PlayedCall): readonly CallStep[] {
  switch (asked.outcome) {
    case 'missed':
      return ['end'];
    case 'voicemail':
      return ['end', 'voicemail'];
    case 'answered':
      return [
        'answer',
        'end',
        ...(asked.recording ? ['recording' as const] : []),
        ...(asked.summary ? ['summary' as const] : []),
        ...(asked.transcript ? ['transcript' as const] : []),
      ];
  }
}

function scriptOf(
  call: CallRecord,
  { number }: OwnNumber,
  { workspace, asked }: { workspace: Workspace; asked: PlayedCall },
): CallParts {
  const { seed } = workspace.seed;
  const place = mix(...Buffer.from(call.id));
  const draw = drawFor(seed, place);
  const { language, seconds } = asked;
  const person: Person = { number: asked.from, firstName: 'Robin', lastName: 'Fenn', language };
  const recording = {
    id: shortId('CR', seed, place),
    duration: seconds,
    startTime: call.createdAt,
    status: 'completed' as const,
  };
  return {
    recordings: [recording],
    summary: spokenSummary(person, draw),
    transcript: spokenTranscript(person, { ...call, ourNumber: number }, draw),
    voicemail: {
      id: shortId('VM', seed, place),
      duration: seconds,
      transcript: asked.transcript ? voicemailText(person, draw) : null,
      status: 'completed',
    },
  };
}
