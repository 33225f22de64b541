import { Hono, type Context } from 'hono';
import { stream as openLine } from 'hono/streaming';
import { eventsAfter, isOfThisDatabase, liveCursor } from '#db/live-events.ts';
import type { LiveEvent } from '#db/live-events.ts';
import type { AppDeps, AppEnv } from '#server/context.ts';
import { isUsable } from './cursor.ts';
import { createHub, someTime } from './hub.ts';
import { patient, type Line } from './line.ts';
import { htmlMessage } from './message.ts';
import { createRendering } from './rendering.ts';
import { renderers } from './renderers.ts';
import { createStream, type Stream } from './stream.ts';

/** A page that was away longer reads everything anew. */
const MOST_TO_CATCH_UP = 2000;
const LONGEST_LIFE_MS = 30 * 60_000;

/**
 * `GET /events?since=<cursor>`: one stream of server-sent events for each open tab (decision 008).
 * It resumes from `Last-Event-ID`, ends when the session or the seat does, and after half an hour.
 */
export function liveRoutes({ database, env, log, stopping }: AppDeps): Hono<AppEnv> {
  const hub = createHub({ database, databaseUrl: env.DATABASE_URL, log });
  const render = createRendering(database, renderers, log);
  stopping.addEventListener('abort', () => void hub.close(), { once: true });

  return new Hono<AppEnv>().get('/events', (c) => {
    c.header('Content-Type', 'text/event-stream');
    c.header('Cache-Control', 'no-cache, no-transform');
    c.header('X-Accel-Buffering', 'no');
    // Also keeps hono's compression away, which would hold messages back.
    c.header('Transfer-Encoding', 'chunked');
    return openLine(
      c,
      (line) => {
        const { promise: ended, resolve: end } = Promise.withResolvers<void>();
        const close = () => end();
        line.onAbort(close);
        c.req.raw.signal.addEventListener('abort', close, { once: true });
        return follow(c, { write: (chunk) => line.write(chunk), close }, ended);
      },
      // The page comes back by itself.
      async (error) => log.warn({ err: error }, 'a live stream broke'),
    );
  });

  async function follow(c: Context<AppEnv>, line: Line, ended: Promise<void>): Promise<void> {
    const since = await resumable(c.req.header('Last-Event-ID') ?? c.req.query('since'));
    const stream = createStream({
      viewer: { seat: c.var.seat, ui: c.var.ui },
      session: c.var.sessionHash.toString('hex'),
      line: patient(line),
      cursor: since ?? (await liveCursor(database.fork())),
      render: async (events: readonly LiveEvent[], viewer) => {
        const html = await render(events, viewer);
        return html ? htmlMessage(html) : '';
      },
    });
    const life = setTimeout(() => stream.end(someTime()), lifeMs());
    try {
      // First the hub, then what was missed: nothing falls between, and what both tell harms nothing.
      await hub.join(stream);
      await catchUp(stream, since);
      await ended;
    } finally {
      clearTimeout(life);
      hub.leave(stream);
    }
  }

  async function resumable(cursor: string | undefined): Promise<string | null> {
    if (!cursor || !isUsable(cursor, Date.now())) return null;
    return (await isOfThisDatabase(database.fork(), cursor)) ? cursor : null;
  }

  async function catchUp(stream: Stream, since: string | null): Promise<void> {
    const em = database.fork();
    if (since === null) {
      return stream.begin({ cursor: await liveCursor(em), events: [] }, true);
    }
    const { workspaceId } = stream.viewer.seat;
    const missed = await eventsAfter(em, since, { workspaceId, limit: MOST_TO_CATCH_UP });
    stream.begin(missed, missed.events.length === MOST_TO_CATCH_UP);
  }
}

const lifeMs = (): number => LONGEST_LIFE_MS * (0.9 + Math.random() * 0.1);
