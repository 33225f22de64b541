import { AsyncLocalStorage } from 'node:async_hooks';
import type { MiddlewareHandler } from 'hono';

interface Tally {
  statements: number;
  databaseMs: number;
}

const tallies = new AsyncLocalStorage<Tally>();

/** Called by the database layer for each statement; outside of a request it counts nothing. */
export function countSql(ms = 0): void {
  const tally = tallies.getStore();
  if (!tally) return;
  tally.statements += 1;
  tally.databaseMs += ms;
}

/** How many statements the present request has run. */
export const sqlCount = (): number => tallies.getStore()?.statements ?? 0;

/** Says in Server-Timing how long an answer took and what the database had in it. */
export const serverTiming = (): MiddlewareHandler => (c, next) => {
  const tally: Tally = { statements: 0, databaseMs: 0 };
  const began = performance.now();
  return tallies.run(tally, async () => {
    await next();
    const total = (performance.now() - began).toFixed(1);
    const db = tally.databaseMs.toFixed(1);
    c.header(
      'Server-Timing',
      `total;dur=${total}, db;dur=${db};desc="${tally.statements} statements"`,
    );
  });
};
