import type { LiveEvent } from '#db/live-events.ts';

/** Of more things of a kind than this at once, only the kind is told. */
const MOST_OF_A_KIND = 30;

/**
 * Events as the page hears them: one for each kind (`inbox`), one for each thing (`conversation:<id>`),
 * or `conversation:any` where there are too many. The names are heard on `document` (web/live.ts).
 */
export function newsMessages(events: readonly LiveEvent[]): string {
  const topics = new Map<string, Map<string, string>>();
  for (const { topic, refId, kind } of events) {
    const things = topics.get(topic) ?? new Map<string, string>();
    things.set(refId ?? '', kind);
    topics.set(topic, things);
  }
  return [...topics].map(([topic, things]) => ofTopic(topic, things)).join('');
}

function ofTopic(topic: string, things: ReadonlyMap<string, string>): string {
  const named = [...things].filter(([refId]) => refId !== '');
  const each =
    named.length > MOST_OF_A_KIND
      ? eventMessage(`${topic}:any`, { count: named.length })
      : named.map(([refId, kind]) => eventMessage(`${topic}:${refId}`, { kind })).join('');
  return eventMessage(topic, { count: things.size }) + each;
}

export const eventMessage = (name: string, detail: Record<string, unknown>): string =>
  `event: ${name}\ndata: ${JSON.stringify(detail)}\n\n`;

/** Regions to be put in their places: an unnamed message, which htmx swaps. */
export const htmlMessage = (html: string): string =>
  `${html
    .split(/\r\n|\r|\n/)
    .map((line) => `data: ${line}\n`)
    .join('')}\n`;

/** Where a reader who comes back begins. */
export const cursorMessage = (cursor: string): string => `id: ${cursor}\n\n`;

export const heartbeat = ': here\n\n';

/** The stream ends in order; the page comes back after a while of its own, not all at once. */
export const farewell = (retryMs: number): string =>
  `retry: ${retryMs}\nevent: farewell\ndata: {}\n\n`;
