import { openSeats } from '#db/live-events.ts';
import type { LiveBatch } from '#db/live-events.ts';
import { createFeed, type FeedDeps } from './feed.ts';
import type { Stream } from './stream.ts';

export interface Hub {
  /** @returns when all that commits from then on will be told to it */
  join: (stream: Stream) => Promise<void>;
  leave: (stream: Stream) => void;
  /** Ends every stream, each with a time of its own to come back. */
  close: () => Promise<void>;
}

const BEAT_MS = 20_000;

/** All streams of this process, and what they are told. While nobody looks nothing is read. */
export function createHub(deps: FeedDeps): Hub {
  const streams = new Set<Stream>();
  const feed = createFeed(deps, tell);
  const timer = setInterval(beat, BEAT_MS).unref();
  const state = { closed: false };
  return { join, leave, close };

  async function join(stream: Stream): Promise<void> {
    if (state.closed) return stream.end(someTime());
    streams.add(stream);
    await feed.start();
  }

  function leave(stream: Stream): void {
    streams.delete(stream);
    if (streams.size === 0) feed.rest();
  }

  async function close(): Promise<void> {
    state.closed = true;
    clearInterval(timer);
    for (const stream of streams) stream.end(someTime());
    streams.clear();
    await feed.close();
  }

  function tell(batch: LiveBatch | { cursor: string; overrun: true }): void {
    if ('overrun' in batch) {
      for (const stream of streams) stream.resync(batch.cursor);
      return;
    }
    const { cursor, events } = batch;
    const byWorkspace = Map.groupBy(events, ({ workspaceId }) => workspaceId);
    for (const stream of streams) {
      const theirs = byWorkspace.get(stream.viewer.seat.workspaceId);
      if (theirs) stream.tell({ cursor, events: theirs });
    }
    if (events.some(({ topic }) => topic === 'workspace')) void checkSeats();
  }

  function beat(): void {
    for (const stream of streams) stream.beat(feed.cursor());
    void checkSeats();
  }

  /** A page stays open for hours; its session may end and its seat be taken away meanwhile. */
  async function checkSeats(): Promise<void> {
    const sessions = [...new Set([...streams].map(({ session }) => session))];
    if (sessions.length === 0) return;
    const seats = await openSeats(deps.database.fork(), sessions).catch(() => null);
    if (!seats) return;
    const held = new Set(seats.map(seatKey));
    for (const stream of streams) {
      const { workspaceId, role } = stream.viewer.seat;
      if (held.has(seatKey({ session: stream.session, workspaceId, role }))) continue;
      streams.delete(stream);
      stream.end(someTime(), 'seat-changed');
    }
  }
}

const seatKey = (seat: { session: string; workspaceId: string; role: string }): string =>
  `${seat.session} ${seat.workspaceId} ${seat.role}`;

/** Not all at the same moment. */
export const someTime = (): number => 500 + Math.round(Math.random() * 4500);
