import type { Logger } from 'pino';
import { listen, type Listener } from '#db/listen.ts';
import { eventsAfter, liveCursor, type LiveBatch } from '#db/live-events.ts';
import type { Database } from '#db/orm.ts';

export interface FeedDeps {
  database: Database;
  databaseUrl: string;
  log: Logger;
}

export interface Feed {
  /** Reads from now on. @returns when its first cursor stands: what commits later is told */
  start: () => Promise<void>;
  /** Reads no more until it is started again. */
  rest: () => void;
  cursor: () => string | null;
  close: () => Promise<void>;
}

const POLL_MS = 2000;
const MOST_AT_ONCE = 5000;

/**
 * What happens, read once for a process: at each word from the database, and every two seconds in
 * case a word was lost. `overrun` stands for more than can be told one by one.
 */
export function createFeed(
  { database, databaseUrl, log }: FeedDeps,
  told: (batch: LiveBatch | { cursor: string; overrun: true }) => void,
): Feed {
  const state = { cursor: null as string | null, reading: false, again: false };
  let open: { listener: Listener; timer: NodeJS.Timeout } | null = null;
  let starting: Promise<void> | null = null;

  return { start, rest, cursor: () => state.cursor, close };

  function start(): Promise<void> {
    open ??= {
      listener: listen(databaseUrl, {
        channels: ['ui'],
        name: 'throughline-ui-listen',
        heard: look,
      }),
      timer: setInterval(look, POLL_MS),
    };
    starting ??= liveCursor(database.fork()).then(
      (cursor) => void (state.cursor = cursor),
      (error: unknown) => {
        starting = null;
        throw error;
      },
    );
    return starting;
  }

  function rest(): void {
    starting = null;
    state.cursor = null;
  }

  async function close(): Promise<void> {
    rest();
    clearInterval(open?.timer);
    await open?.listener.close();
    open = null;
  }

  function look(): void {
    if (state.reading) state.again = true;
    else if (state.cursor !== null) void readOn();
  }

  async function readOn(): Promise<void> {
    state.reading = true;
    do {
      state.again = false;
      await read().catch((error: unknown) =>
        log.warn({ err: error }, 'live events could not be read; they are read again'),
      );
    } while (state.again);
    state.reading = false;
  }

  async function read(): Promise<void> {
    if (state.cursor === null) return;
    const limit = MOST_AT_ONCE;
    const batch = await eventsAfter(database.fork(), state.cursor, { workspaceId: null, limit });
    if (state.cursor === null) return;
    state.cursor = batch.cursor;
    if (batch.events.length === limit) told({ cursor: batch.cursor, overrun: true });
    else if (batch.events.length > 0) told(batch);
  }
}
