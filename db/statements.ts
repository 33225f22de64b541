import type { Pool } from 'pg';

/** Told of each statement when it has ended, within the context of its caller, and how long it took. */
export type StatementListener = (ms: number) => void;

/** Tells `heard` of every statement on the connections of a pool. */
export function listenToStatements(pool: Pool, heard: StatementListener): void {
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    const timed = (...args: unknown[]): unknown => {
      const began = performance.now();
      const result = query(...args);
      const ended = () => heard(performance.now() - began);
      if (result instanceof Promise) result.then(ended, ended);
      return result;
    };
    Object.assign(client, { query: timed });
  });
}
