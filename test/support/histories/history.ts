/** One event as Temporal writes it in JSON: `eventId` counts from 1, one field holds its attributes. */
export interface HistoryEvent {
  eventId: string;
  /** Such as EVENT_TYPE_TIMER_STARTED. */
  eventType: string;
  [field: string]: unknown;
}

export interface History {
  events: HistoryEvent[];
}

type Fields = Record<string, unknown>;

/** The name of the workflow, as `domain/names.ts` has it. */
export function workflowTypeOf({ events }: History): string {
  const { workflowType } = attributesOf(events[0]) as { workflowType?: { name: string } };
  return workflowType?.name ?? '';
}

/** What an event says, beside its id, time and type; payloads are decoded. */
export function attributesOf(event: HistoryEvent | undefined): Fields {
  const field = Object.keys(event ?? {}).find((name) => name.endsWith('EventAttributes'));
  return field ? (decoded(event?.[field]) as Fields) : {};
}

/** TimerStarted of EVENT_TYPE_TIMER_STARTED, as Temporal's own messages call it. */
export const shortType = ({ eventType }: HistoryEvent): string =>
  eventType
    .replace('EVENT_TYPE_', '')
    .toLowerCase()
    .replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A payload of a history, read: what the workflow was given, or gave. */
export class Payload {
  readonly content: unknown;

  constructor(content: unknown) {
    this.content = content;
  }
}

/** Payloads are base64 in a history; here they are what they hold, also where JSON lies within JSON. */
function decoded(value: unknown): unknown {
  return mapped(value, ({ content }) => content);
}

/** As `decoded`, with each payload marked. */
export const withPayloads = (value: unknown): unknown => mapped(value, (payload) => payload);

function mapped(value: unknown, show: (payload: Payload) => unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => mapped(one, show));
  if (typeof value !== 'object' || value === null) return value;
  if (isPayload(value)) return show(new Payload(contentOf(value)));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapped(one, show)]));
}

const isPayload = (value: object): value is { data?: string } =>
  'metadata' in value && typeof (value.metadata as Fields)?.['encoding'] === 'string';

const contentOf = ({ data }: { data?: string }): unknown =>
  data === undefined ? null : unfolded(Buffer.from(data, 'base64').toString('utf8'));

function unfolded(text: string): unknown {
  if (!/^\s*[[{"]/.test(text)) return text;
  try {
    return JSON.parse(text, (_, value: unknown) =>
      typeof value === 'string' ? unfolded(value) : value,
    );
  } catch {
    return text;
  }
}
