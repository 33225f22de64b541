import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { claimOutbox, finishOutbox, postponeOutbox, type Claimed } from '#db/outbox/claim.ts';
import type { Db } from '#db/orm.ts';
import type { OutboxKind } from '#db/outbox.ts';
import { failpoint } from '#db/process/failpoint.ts';
import { outboxDelivered } from '../metrics.ts';
import { deliver, type DeliverDeps } from './deliver.ts';

export interface OutboxWork extends DeliverDeps {
  kinds: readonly OutboxKind[];
  /** How many at once. */
  limit: number;
  /** Longer than the work takes; after it another relay takes the row up. */
  leaseMs: number;
  log: Logger;
}

interface Result {
  row: Claimed;
  why: string | null;
  pauseMs?: number | undefined;
  error?: unknown;
}

const longestPauseMs = 15_000;
const settlePauseMs = 500;

/**
 * Does what is due in the outbox, so many at once.
 * @returns whether there was anything. @throws where everything failed: the engine is away, and the
 *   lane must rest before it looks again
 */
export async function workOutbox(work: OutboxWork): Promise<boolean> {
  const { database, log } = work;
  const rows = await database.transaction((em) => claimOutbox(em, work));
  if (rows.length === 0) return false;
  const results = await Promise.all(rows.map((row) => tried(work, row)));
  failpoint('outbox.delivered');
  const left = results.filter(({ why }) => why !== null);
  await settle(work, async (em) => {
    await finishOutbox(
      em,
      results.filter(({ why }) => why === null).map(({ row }) => row.id),
    );
    await postponeOutbox(
      em,
      left.map(({ row, why, pauseMs }) => ({
        id: row.id,
        pauseMs: pauseMs ?? pauseAfter(row.attempts),
        why: why ?? '',
      })),
    );
  });
  const thrown = results.filter((result) => 'error' in result);
  if (thrown.length === results.length) throw thrown[0]?.error;
  for (const { row, error } of thrown) {
    log.warn({ err: error, kind: row.kind, key: row.key }, 'a workflow could not be told');
  }
  return true;
}

/** A database that restarts just now must learn what was done, or it is done again when its time is over. */
async function settle(
  { database, leaseMs }: OutboxWork,
  write: (em: Db) => Promise<void>,
): Promise<void> {
  const end = Date.now() + leaseMs;
  for (;;) {
    try {
      return await database.transaction(write);
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(settlePauseMs);
    }
  }
}

async function tried(work: OutboxWork, row: Claimed): Promise<Result> {
  try {
    const delivered = await deliver(work, row);
    const { why, pauseMs } =
      delivered.kind === 'again' ? delivered : { why: null, pauseMs: undefined };
    outboxDelivered.inc({ kind: row.kind, outcome: why ?? 'done' });
    return { row, why, pauseMs };
  } catch (error) {
    outboxDelivered.inc({ kind: row.kind, outcome: 'failed' });
    return { row, why: error instanceof Error ? error.name : 'failed', error };
  }
}

/** Short enough that all catches up within seconds of the engine's return. */
const pauseAfter = (attempts: number): number =>
  Math.min(250 * 2 ** Math.min(attempts, 10), longestPauseMs);
