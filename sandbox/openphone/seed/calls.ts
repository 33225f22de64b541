import { CALL_STATUSES, type CallParts, type CallRecord, type CallStatus } from '../records.ts';
import type { Plan } from './conversations.ts';
import { ABOUT, type Draw, drawFor } from './draw.ts';
import { numbersOf, usersOf } from './firm.ts';
import { idAt, shortId } from './ids.ts';
import { PLACES } from './messages.ts';
import { summaryFor, transcriptFor, voicemailText } from './spoken.ts';

/** How often each state is met: of twenty calls eight are completed and four missed. */
const OFTEN: readonly CallStatus[] = [
  ...Array.from({ length: 7 }, () => 'completed' as const),
  ...Array.from({ length: 3 }, () => 'missed' as const),
  ...CALL_STATUSES,
];

const SPOKEN: ReadonlySet<CallStatus> = new Set(['completed', 'answered', 'forwarded']);
const OPEN: ReadonlySet<CallStatus> = new Set(['queued', 'initiated', 'ringing', 'in-progress']);
const UNANSWERED: ReadonlySet<CallStatus> = new Set(['missed', 'no-answer', 'abandoned']);

export function callId(seed: number, conversation: number, place: number): string {
  return idAt(seed, 'call', conversation * PLACES + place);
}

/** The whole call at a place, given when it was made. */
export function callAt(seed: number, plan: Plan, place: number, at: number): CallRecord {
  const draw = drawFor(seed, ABOUT.call, plan.index, place, 1);
  const number = numbersOf(seed).find((one) => one.id === plan.phoneNumberId)!;
  // Steps of 7 through 23 states: a few dozen calls already meet each of them.
  const status = OFTEN[(plan.index * 7 + place * 5 + seed) % OFTEN.length]!;
  const isIncoming = UNANSWERED.has(status) || draw.chance(0.55);
  const seconds = SPOKEN.has(status) ? 15 + draw.below(900) : 0;
  const ringMs = 3_000 + draw.below(17_000);
  const user = number.userIds[place % number.userIds.length]!;
  const call = {
    id: callId(seed, plan.index, place),
    conversationId: plan.id,
    phoneNumberId: plan.phoneNumberId,
    direction: isIncoming ? ('incoming' as const) : ('outgoing' as const),
    status,
    participant: plan.people[0]!.number,
    userId: user,
    createdAt: at,
    answeredAt: SPOKEN.has(status) || status === 'in-progress' ? at + ringMs : null,
    completedAt: OPEN.has(status) ? null : at + ringMs + seconds * 1000,
    duration: seconds,
    ...forwarding(seed, status, draw),
  };
  return { ...call, parts: partsOf(seed, { plan, place, call }) };
}

function forwarding(seed: number, status: CallStatus, draw: Draw) {
  if (status !== 'forwarded') return { forwardedFrom: null, forwardedTo: null };
  const users = usersOf(seed);
  return draw.chance(0.5)
    ? { forwardedFrom: users[0]!.id, forwardedTo: users[1]!.id }
    : { forwardedFrom: numbersOf(seed)[0]!.number, forwardedTo: '+12125550199' };
}

function partsOf(
  seed: number,
  made: { plan: Plan; place: number; call: Omit<CallRecord, 'parts'> },
): CallParts {
  const { plan, place, call } = made;
  const draw = drawFor(seed, ABOUT.recording, plan.index, place);
  const person = plan.people[0]!;
  const { number } = numbersOf(seed).find((one) => one.id === call.phoneNumberId)!;
  const spoken = { ...call, ourNumber: number };
  const isSpoken = SPOKEN.has(call.status);
  const hasVoicemail = UNANSWERED.has(call.status) && draw.chance(0.7);
  const recordings = isSpoken && draw.chance(0.75) ? recordingsOf(seed, call, draw) : [];
  return {
    recordings,
    ...(hasVoicemail ? { voicemail: voicemailOf(seed, made, draw) } : {}),
    ...(isSpoken && draw.chance(0.7) ? { summary: summaryFor(person, draw) } : {}),
    ...(isSpoken && draw.chance(0.7) ? { transcript: transcriptFor(person, spoken, draw) } : {}),
  };
}

/** Mostly one; where somebody paused it, two. Some few are still being processed. */
function recordingsOf(seed: number, call: Omit<CallRecord, 'parts'>, draw: Draw) {
  const startTime = call.answeredAt ?? call.createdAt;
  const count = draw.chance(0.08) ? 2 : 1;
  const isReady = !draw.chance(0.03);
  return Array.from({ length: count }, (_, i) => ({
    id: shortId('CR', seed, call.createdAt % 1e9, i),
    duration: isReady ? Math.max(1, Math.floor(call.duration / count)) : null,
    startTime: startTime + (i * call.duration * 1000) / count,
    status: isReady ? ('completed' as const) : ('processing' as const),
  }));
}

function voicemailOf(seed: number, { plan, place }: { plan: Plan; place: number }, draw: Draw) {
  const id = shortId('VM', seed, plan.index, place);
  if (draw.chance(0.05)) {
    return { id, duration: null, transcript: null, status: 'in-progress' as const };
  }
  const transcript = draw.chance(0.65) ? voicemailText(plan.people[0]!, draw) : null;
  return { id, duration: 4 + draw.below(50), transcript, status: 'completed' as const };
}
