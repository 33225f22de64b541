import type { Logger } from 'pino';
import { claimEvent, settleApplied, settleDead, settleLater } from '#db/events/claim-event.ts';
import type { StoredEvent } from '#db/events/stored-event.ts';
import type { Database, Db } from '#db/orm.ts';
import { failpoint } from '#db/process/failpoint.ts';
import { eventsApplied } from '../metrics.ts';
import { applyEvent } from './apply-event.ts';

export interface EventWork {
  database: Database;
  kind: StoredEvent['kind'];
  log: Logger;
}

/**
 * Applies the next event that is due, in one transaction with its row.
 * @returns whether there was one
 */
export async function workEvents(work: EventWork): Promise<boolean> {
  const state: { event: StoredEvent | undefined } = { event: undefined };
  try {
    const outcome = await work.database.transaction(async (em) => {
      state.event = await claimEvent(em, work.kind);
      return state.event ? settled(em, state.event) : null;
    });
    if (outcome) failpoint('event.applied');
    if (outcome) eventsApplied.inc({ kind: work.kind, outcome });
    return outcome !== null;
  } catch (error) {
    if (!state.event) throw error;
    await putOff(work, state.event, error);
    return true;
  }
}

async function settled(em: Db, event: StoredEvent): Promise<string> {
  const result = await applyEvent(em, event);
  failpoint('event.applying');
  switch (result.kind) {
    case 'applied':
      settleApplied(em, event.id);
      return 'applied';
    case 'dead':
      await settleDead(em, event.id, result.reason);
      return 'dead';
    case 'later':
      return settleLater(em, event, result.reason);
  }
}

/** What was done is undone; the event itself stays, and says what went wrong. */
async function putOff(work: EventWork, event: StoredEvent, error: unknown): Promise<void> {
  const { database, kind, log } = work;
  log.error({ err: error, eventId: event.id, kind }, 'an event could not be applied');
  const reason = error instanceof Error ? `failed: ${error.name}` : 'failed';
  await database.transaction((em) => settleLater(em, event, reason));
  eventsApplied.inc({ kind, outcome: 'failed' });
}
