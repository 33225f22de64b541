import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import type { Pool } from 'pg';
import { entities } from './entities/index.ts';
import { migrations } from './migrations/index.ts';
import { mayRunLast, runLast } from './lastly.ts';
import { createNotifier } from './notifier.ts';
import {
  keepPlans,
  listenToStatements,
  rollBackWhatIsLost,
  sendBeginAlong,
  sendCommitAlong,
  type StatementListener,
} from './statements.ts';
import { rowTypes } from './types.ts';
import { writeUiEvents } from './ui-events.ts';

/** What queries in db/ are given: a MikroORM entity manager on PostgreSQL. */
export type Db = EntityManager;

export interface Database {
  orm: MikroORM;
  /** A fresh unit of work for reading; one per request, activity or job. */
  fork: () => Db;
  /** Runs `work` in one READ COMMITTED transaction; after commit, wakes who must know (see tellUi, tellRelay). */
  transaction: <T>(work: (em: Db) => Promise<T>) => Promise<T>;
  /** The same for work of one statement, which needs no transaction around it; it tells no pages. */
  statement: <T>(work: (em: Db) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
}

/**
 * Opens the pool.
 * @param options `poolSize` is connections at most, each process says its own; `onStatement` hears of
 *   every statement; `keepPlans` for a process whose statements are few and hot
 * @throws when the settings cannot be read; the server itself is reached at the first query
 */
export async function openDatabase(
  url: string,
  options: {
    poolSize?: number;
    name?: string;
    onStatement?: StatementListener;
    keepPlans?: boolean;
  } = {},
): Promise<Database> {
  const { poolSize = 10, name = 'throughline', onStatement } = options;
  const orm = await MikroORM.init({
    clientUrl: url,
    entities,
    extensions: [Migrator],
    // A connection that is made anew has its plans to make anew.
    pool: { min: 0, max: poolSize, idleTimeoutMillis: 60_000 },
    driverOptions: {
      application_name: name,
      types: rowTypes,
      pipeline: true,
      onPoolCreated: (pool: Pool) => {
        if (options.keepPlans) keepPlans(pool);
        if (onStatement) listenToStatements(pool, onStatement);
        sendBeginAlong(pool);
        sendCommitAlong(pool);
        rollBackWhatIsLost(pool);
      },
    },
    forceUtcTimezone: true,
    allowGlobalContext: false,
    migrations: { migrationsList: migrations, snapshot: false, tableName: 'migration' },
  });
  const fork = (): Db => orm.em.fork();
  const notifier = createNotifier(fork);
  return {
    orm,
    fork,
    transaction: (work) =>
      notifier.afterCommit((watch) =>
        inTransaction(fork(), async (em) => {
          mayRunLast(em);
          const result = await work(watch(em));
          writeUiEvents(em);
          await runLast(em);
          return result;
        }),
      ),
    statement: (work) =>
      notifier.afterCommit(async (watch) => {
        const em = watch(fork());
        const result = await work(em);
        writeUiEvents(em); // throws where there are any: nothing would write them
        return result;
      }),
    close: async () => {
      await notifier.close();
      await orm.close(true);
    },
  };
}

/** As `em.transactional`, without the second unit of work that it makes and merges back. */
async function inTransaction<T>(em: Db, work: (em: Db) => Promise<T>): Promise<T> {
  await em.begin();
  try {
    const result = await work(em);
    await em.commit();
    return result;
  } catch (error) {
    // What cannot be rolled back has lost its connection, and with it the transaction.
    await em.rollback().catch(() => undefined);
    throw error;
  }
}
