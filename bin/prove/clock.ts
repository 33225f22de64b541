import { v7 } from 'uuid';
import { moveClock } from '#db/clock-moves.ts';
import type { Database } from '#db/orm.ts';
import { firstRow, run, sql } from '#db/sql.ts';
import { persistently } from './persistently.ts';

/** From which real instant on which offset held. In between, while it was written, either may. */
export interface Move {
  /** Epoch milliseconds, real time. */
  from: number;
  until: number;
  offsetMs: number;
}

/** The business clock of the firm, moved as its page moves it, with a record that the judge reads. */
export interface Clock {
  readonly moves: readonly Move[];
  /** Brings it to an instant, epoch milliseconds; one that is past is left alone. */
  moveTo: (instant: number) => Promise<void>;
  /** The clock itself jumps, and nobody is told: forward or back. */
  step: (ms: number) => Promise<void>;
  now: () => number;
}

/** An instant (epoch ms) in a night to come, when no campaign is open for anybody awake: two in Portsmouth. */
export function nightAfter(instant: number): number {
  const day = new Date(instant);
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + 2, 8);
}

export async function openClock(
  database: Database,
  { workspaceId, userId }: { workspaceId: string; userId: string },
): Promise<Clock> {
  const moves: Move[] = [];
  const offset = () => moves.at(-1)?.offsetMs ?? 0;
  const now = () => Date.now() + offset();
  await noted(() => Promise.resolve());
  return { moves, now, moveTo, step };

  async function moveTo(instant: number): Promise<void> {
    const ms = Math.round(instant - now());
    if (ms <= 0) return;
    const order = { orderId: v7(), workspaceId, userId, ms };
    await noted(() => persistently(() => database.transaction((em) => moveClock(em, order))));
  }

  async function step(ms: number): Promise<void> {
    const to = offset() + ms;
    await noted(() =>
      persistently(() =>
        database.transaction((em) =>
          run(em, sql`update workspace set clock_offset_ms = ${to} where id = ${workspaceId}`),
        ),
      ),
    );
  }

  async function noted(change: () => Promise<unknown>): Promise<void> {
    const from = Date.now();
    await change();
    const row = await persistently(() =>
      firstRow<{ ms: number }>(
        database.fork(),
        sql`select clock_offset_ms as ms from workspace where id = ${workspaceId}`,
      ),
    );
    moves.push({ from, until: Date.now(), offsetMs: row?.ms ?? 0 });
  }
}
