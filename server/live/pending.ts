import type { LiveEvent } from '#db/live-events.ts';

/** What is to be told about one thing. */
export interface News {
  event: LiveEvent;
  /** The reader's cursor before it: until it is told, nothing later may be called seen. */
  before: string;
}

export const COALESCE_MS = 250;

/**
 * What one stream has still to tell. The first news of a thing goes at once; what follows about the
 * same thing within a quarter of a second goes together.
 */
export function createPending(cursor: string) {
  const news = new Map<string, News>();
  const toldAt = new Map<string, number>();
  const state = { cursor };
  return { add, ready, nextAt, safeCursor, size: () => news.size, clear };

  function add(events: readonly LiveEvent[], next: string): void {
    for (const event of events) {
      const key = keyOf(event);
      const known = news.get(key);
      news.set(key, { event, before: known?.before ?? state.cursor });
    }
    state.cursor = next;
  }

  /** Takes what may be told now. */
  function ready(now: number): LiveEvent[] {
    for (const [key, at] of toldAt) if (now - at >= COALESCE_MS) toldAt.delete(key);
    const told = [...news].filter(([key]) => !toldAt.has(key));
    for (const [key] of told) {
      news.delete(key);
      toldAt.set(key, now);
    }
    return told.map(([, { event }]) => event);
  }

  /** When the next of the rest may be told; null where there is no rest. */
  function nextAt(): number | null {
    const times = [...news.keys()].map((key) => (toldAt.get(key) ?? 0) + COALESCE_MS);
    return times.length > 0 ? Math.min(...times) : null;
  }

  /** From here a reader who comes back misses nothing. */
  function safeCursor(): string {
    const [oldest] = news.values();
    return oldest?.before ?? state.cursor;
  }

  function clear(): void {
    news.clear();
  }
}

const keyOf = ({ topic, refId }: LiveEvent): string => `${topic}:${refId ?? ''}`;
