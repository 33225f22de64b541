import type { Logger } from 'pino';
import { sweepSessions } from '#db/access/sessions.ts';
import { sweepQuarantine } from '#db/events/quarantine.ts';
import { eventsWaiting as waitingEvents } from '#db/events/waiting.ts';
import type { Database } from '#db/orm.ts';
import { outboxDepth as depthOfOutbox } from '#db/outbox/claim.ts';
import { sweepUiEvents, wakeSnoozed } from '#db/sweeps.ts';
import { eventsLag, eventsWaiting, outboxDepth, outboxLag } from './metrics.ts';

const OFTEN_MS = 2000;
const SELDOM_MS = 10 * 60_000;

/** What nobody asks for: it is due by the clock. @returns ends it */
export function startSweeps(database: Database, log: Logger): () => void {
  const often = repeat(OFTEN_MS, async () => {
    await database.transaction(wakeSnoozed);
    await measure(database);
  });
  const seldom = repeat(SELDOM_MS, async () => {
    await database.transaction(sweepUiEvents);
    await database.transaction(sweepQuarantine);
    await database.transaction(sweepSessions);
  });
  return () => {
    clearInterval(often);
    clearInterval(seldom);
  };

  function repeat(everyMs: number, work: () => Promise<void>): NodeJS.Timeout {
    let busy = false;
    const once = async () => {
      if (busy) return;
      busy = true;
      await work().catch((error: unknown) => log.warn({ err: error }, 'a sweep failed'));
      busy = false;
    };
    void once();
    return setInterval(() => void once(), everyMs);
  }
}

async function measure(database: Database): Promise<void> {
  const outbox = await depthOfOutbox(database.fork());
  outboxDepth.set(outbox.depth);
  outboxLag.set(outbox.lagSeconds);
  const events = await waitingEvents(database.fork());
  eventsWaiting.set({ state: 'due' }, events.due);
  eventsWaiting.set({ state: 'dead' }, events.dead);
  eventsLag.set(events.lagSeconds);
}
