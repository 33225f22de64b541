import type { LiveBatch, LiveEvent } from '#db/live-events.ts';
import type { Line } from './line.ts';
import { cursorMessage, eventMessage, farewell, heartbeat, newsMessages } from './message.ts';
import { createPending } from './pending.ts';
import type { Viewer } from './viewer.ts';

export interface StreamOptions {
  viewer: Viewer;
  /** Hash of the session, in hex. */
  session: string;
  line: Line;
  /** From where on the page has seen nothing. */
  cursor: string;
  /** Regions for these events as one message, or an empty string. */
  render: (events: readonly LiveEvent[], viewer: Viewer) => Promise<string>;
}

export interface Stream {
  viewer: Viewer;
  session: string;
  /** Before all else: what the page missed, or that it missed too much to be told. */
  begin: (missed: LiveBatch, tooMuch?: boolean) => void;
  tell: (batch: LiveBatch) => void;
  /** Events were missed: the page reads everything anew. */
  resync: (cursor: string) => void;
  /** Still there; `cursor` is how far the process has read, where that is known. */
  beat: (cursor: string | null) => void;
  /** `last` is the name of one more event for the page. */
  end: (retryMs: number, last?: string) => void;
}

const MOST_PENDING = 512;

/** One page's share of what happens: in its own time, never twice within a moment, never without bound. */
export function createStream({ viewer, session, line, cursor, render }: StreamOptions): Stream {
  const pending = createPending(cursor);
  const state = { begun: false, closed: false, writing: false };
  const early: LiveBatch[] = [];
  let timer: NodeJS.Timeout | undefined;
  return { viewer, session, begin, tell, resync, beat, end };

  function begin(missed: LiveBatch, tooMuch = false): void {
    state.begun = true;
    if (tooMuch) resync(missed.cursor);
    else tell(missed);
    for (const batch of early.splice(0)) tell(batch);
    if (!state.writing) beat(null);
  }

  function tell(batch: LiveBatch): void {
    if (!state.begun) return void early.push(batch);
    pending.add(batch.events, batch.cursor);
    if (pending.size() > MOST_PENDING) resync(batch.cursor);
    else void flush();
  }

  function resync(next: string): void {
    pending.clear();
    pending.add([], next);
    void written(eventMessage('resync', {}) + cursorMessage(next));
  }

  function beat(read: string | null): void {
    if (state.writing || !state.begun) return;
    if (read !== null) pending.add([], read);
    void written(heartbeat + cursorMessage(pending.safeCursor()));
  }

  function end(retryMs: number, last?: string): void {
    if (state.closed) return;
    const words = last ? eventMessage(last, {}) : '';
    void written(words + farewell(retryMs)).finally(line.close);
    state.closed = true;
    clearTimeout(timer);
  }

  async function flush(): Promise<void> {
    if (state.writing || state.closed) return;
    state.writing = true;
    for (let events = take(); events.length > 0; events = take()) {
      await written(newsMessages(events));
      const regions = await render(events, viewer);
      await written(regions + cursorMessage(pending.safeCursor()));
    }
    state.writing = false;
    const next = pending.nextAt();
    clearTimeout(timer);
    if (next === null || state.closed) return;
    timer = setTimeout(() => void flush(), Math.max(0, next - Date.now()));
  }

  function take(): LiveEvent[] {
    return state.closed ? [] : pending.ready(Date.now());
  }

  async function written(chunk: string): Promise<void> {
    if (!state.closed) await line.write(chunk);
  }
}
