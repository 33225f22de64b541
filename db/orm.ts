import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import type { Pool } from 'pg';
import { entities } from './entities/index.ts';
import { migrations } from './migrations/index.ts';
import { createNotifier } from './notifier.ts';
import { keepPlans, listenToStatements, type StatementListener } from './statements.ts';
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
      onPoolCreated: (pool: Pool) => {
        if (options.keepPlans) keepPlans(pool);
        if (onStatement) listenToStatements(pool, onStatement);
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
        fork().transactional(async (em) => {
          const result = await work(watch(em));
          await writeUiEvents(em);
          return result;
        }),
      ),
    close: async () => {
      await notifier.close();
      await orm.close(true);
    },
  };
}
