import type { Duplex } from 'node:stream';
import type { Pool } from 'pg';

/** Told of each statement when it has ended, within the context of its caller, and how long it took. */
export type StatementListener = (ms: number) => void;

type Query = (...args: unknown[]) => Promise<unknown>;

/** Puts a layer between the connections of a pool and whoever asks them; the last that is put there is asked first. */
function putBetween(pool: Pool, layer: (query: Query, stream: Duplex) => Query): void {
  pool.on('connect', (client) => {
    const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
    Object.assign(client, { query: layer(client.query.bind(client) as Query, stream) });
  });
}

/** Sends both at once, in this order; needs a pool in pipeline mode. */
function together<A, B>(stream: Duplex, first: () => Promise<A>, second: () => Promise<B>) {
  stream.cork();
  const both = Promise.all([first(), second()]);
  stream.uncork();
  return both;
}

/** Tells `heard` of every statement on the connections of a pool. */
export function listenToStatements(pool: Pool, heard: StatementListener): void {
  putBetween(pool, (query) => (...args) => {
    const began = performance.now();
    const result = query(...args);
    const ended = () => heard(performance.now() - began);
    if (result instanceof Promise) result.then(ended, ended);
    return result;
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
  putBetween(pool, (query) => (text, values, ...rest) => {
    const name = Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
    return name ? query({ name, text, values }, ...rest) : query(text, values, ...rest);
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
  putBetween(pool, (query, stream) => {
    let toBegin = false;
    return (...args) => {
      if (args[0] === 'begin') {
        toBegin = true;
        return Promise.resolve(nothing);
      }
      if (!toBegin) return query(...args);
      toBegin = false;
      const both = together(
        stream,
        () => query('begin'),
        () => query(...args),
      );
      return both.then(([, result]) => result);
    };
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
  putBetween(pool, (query, stream) => {
    let isCommitted = false;
    return (...args) => {
      const isDone = isCommitted && args[0] === 'commit';
      isCommitted = false;
      if (isDone) return Promise.resolve(nothing);
      if (typeof args[0] !== 'string' || !args[0].endsWith(commitMark)) return query(...args);
      const both = together(
        stream,
        () => query(...args),
        () => query('commit'),
      );
      return both.then(([result]) => {
        isCommitted = true;
        return result;
      });
    };
  });
}

/**
 * A connection that is lost has rolled back already, and must be given back all the same: the query builder
 * gives a transaction's connection back only after a rollback that worked, so each restart of the server
 * would take as many from the pool as it interrupted, until nobody gets one.
 */
export function rollBackWhatIsLost(pool: Pool): void {
  putBetween(pool, (query, stream) => (...args) => {
    if (args[0] !== 'rollback') return query(...args);
    return query(...args).catch(() => {
      stream.destroy(); // whatever was wrong with it, nobody shall have it again
      return nothing;
    });
  });
}

const nothing = { command: '', rowCount: null, rows: [] };
