import type { Duplex } from 'node:stream';
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

/** A server keeps a plan for each name on each connection; more texts than these are no hot path. */
const mostNamed = 300;

/**
 * Has the server keep the plan of each statement, by a name that stands for its text: planning costs
 * more than running where a statement joins ten tables to find one row. For processes that say the
 * same few things all day, on connections of their own.
 */
export function keepPlans(pool: Pool): void {
  const names = new Map<string, string>();
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    const named = (text: unknown, values?: unknown, ...rest: unknown[]): unknown => {
      const name = Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
      return name ? query({ name, text, values }, ...rest) : query(text, values, ...rest);
    };
    Object.assign(client, { query: named });
  });

  function nameOf(text: unknown): string | undefined {
    if (typeof text !== 'string') return undefined;
    const known = names.get(text);
    if (known || names.size >= mostNamed) return known;
    const name = `throughline_${names.size}`;
    names.set(text, name);
    return name;
  }
}

/**
 * Sends the `begin` of a transaction together with its first statement, so that nobody waits for its
 * answer: one way to the server and back less for each transaction. Needs a pool in pipeline mode.
 */
export function sendBeginAlong(pool: Pool): void {
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
    const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
    let toBegin = false;
    const along = (...args: unknown[]): unknown => {
      if (args[0] === 'begin') {
        toBegin = true;
        return Promise.resolve(nothing);
      }
      if (!toBegin) return query(...args);
      toBegin = false;
      stream.cork();
      const both = Promise.all([query('begin'), query(...args)]);
      stream.uncork();
      return both.then(([, result]) => result);
    };
    Object.assign(client, { query: along });
  });
}

/** Ends the text of a statement that is the last of its transaction. */
export const commitMark = '/* and commit */';

/**
 * Sends the `commit` of a transaction together with its last statement (`runLast`), whose locks are held for
 * one way to the server and back less. Where the statement fails, its transaction has failed, and the
 * server answers the `commit` by rolling back. Needs a pool in pipeline mode.
 */
export function sendCommitAlong(pool: Pool): void {
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
    const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
    let isCommitted = false;
    const along = (...args: unknown[]): unknown => {
      const isDone = isCommitted && args[0] === 'commit';
      isCommitted = false;
      if (isDone) return Promise.resolve(nothing);
      if (typeof args[0] !== 'string' || !args[0].endsWith(commitMark)) return query(...args);
      stream.cork();
      const both = Promise.all([query(...args), query('commit')]);
      stream.uncork();
      return both.then(([result]) => {
        isCommitted = true;
        return result;
      });
    };
    Object.assign(client, { query: along });
  });
}

/**
 * A connection that is lost has rolled back already, and must be given back all the same: the query builder
 * gives a transaction's connection back only after a rollback that worked, so each restart of the server
 * would take as many from the pool as it interrupted, until nobody gets one.
 */
export function rollBackWhatIsLost(pool: Pool): void {
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
    const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
    const forgiving = (...args: unknown[]): unknown => {
      if (args[0] !== 'rollback') return query(...args);
      return query(...args).catch(() => {
        stream.destroy(); // whatever was wrong with it, nobody shall have it again
        return nothing;
      });
    };
    Object.assign(client, { query: forgiving });
  });
}

const nothing = { command: '', rowCount: null, rows: [] };
