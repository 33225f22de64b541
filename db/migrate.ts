import { pathToFileURL } from 'node:url';
import { openDatabase } from './orm.ts';

/** Brings the schema of a database up to date; safe to run again and by several at once. */
export async function migrate(databaseUrl: string): Promise<void> {
  const database = await openDatabase(databaseUrl, { poolSize: 2, name: 'throughline-migrate' });
  const lock = database.fork();
  try {
    // Two processes may start at once: the second waits, then finds nothing to do.
    await lock.transactional(async (em) => {
      await em.execute('select pg_advisory_xact_lock(7240001)');
      await database.orm.migrator.up();
    });
  } finally {
    await database.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const url = process.env['DATABASE_URL'];
  if (!url) throw new Error('DATABASE_URL is not set: say which database to migrate.');
  await migrate(url);
}
