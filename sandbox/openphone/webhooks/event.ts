/** What the v1 family tells of; each resource has webhooks of its own. */
export const LEGACY_EVENTS = {
  messages: ['message.received', 'message.delivered'],
  calls: ['call.completed', 'call.ringing', 'call.recording.completed'],
  'call-summaries': ['call.summary.completed'],
  'call-transcripts': ['call.transcript.completed'],
} as const;

/** What the family dated 2026-03-30 tells of besides. */
const DATED_EVENTS = [
  'message.undelivered',
  'message.failed',
  'call.answered',
  'call.forwarded',
  'call.missed',
  'call.voicemail.completed',
] as const;

export const EVENT_TYPES = [...Object.values(LEGACY_EVENTS).flat(), ...DATED_EVENTS] as const;

export type EventType = (typeof EVENT_TYPES)[number];

/** Something that happened to a message or a call, told until it is taken or given up. */
export type QuoEvent = {
  readonly id: string;
  readonly type: EventType;
  /** Epoch ms. */
  readonly at: number;
  /** The id of the message or call. */
  readonly about: string;
};

/** Who is told: made by API, or by whoever plays the app's settings page. */
export type Webhook = {
  readonly id: string;
  readonly family: 'v1' | 'dated';
  readonly madeBy: 'api' | 'sandbox';
  readonly url: string;
  /** base64 for v1, `whsec_` and base64 for the dated family. */
  readonly key: string;
  readonly events: readonly EventType[];
  /** Ids of numbers; `*` is all of them. */
  readonly resourceIds: readonly string[];
  readonly label: string | null;
  readonly status: 'enabled' | 'disabled';
  readonly userId: string;
  readonly createdAt: number;
};

/** The webhooks that this event goes to. */
export function webhooksFor(
  webhooks: Iterable<Webhook>,
  type: EventType,
  phoneNumberId: string,
): Webhook[] {
  return [...webhooks].filter(
    ({ status, events, resourceIds }) =>
      status === 'enabled' &&
      events.includes(type) &&
      (resourceIds.includes('*') || resourceIds.includes(phoneNumberId)),
  );
}
