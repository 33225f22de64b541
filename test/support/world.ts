import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mkdtemp, rm } from 'node:fs/promises';
import { localBlobs, type BlobStore } from '#db/blobs.ts';
import { openDatabase, type Database } from '#db/orm.ts';
import { createWorld, type World } from '#db/seeds/world.ts';
import { countSql } from '#server/http/timing.ts';
import { createTestDatabase } from './postgres.ts';

export { password } from '#db/seeds/users.ts';
export type { World } from '#db/seeds/world.ts';

/** APP_SECRET of every test. */
export const appSecret = 'a secret for tests that is long enough';

export interface TestWorld extends World {
  database: Database;
  databaseUrl: string;
  blobs: BlobStore;
  /** Where they lie, for processes of their own. */
  blobsFolder: string;
  end: () => Promise<void>;
}

/** A database of the test's own with Alder & Tide and Clinique du Parc in it. */
export async function openWorld(): Promise<TestWorld> {
  const { url, drop } = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'throughline-blobs-'));
  const database = await openDatabase(url, {
    poolSize: 5,
    name: 'throughline-test',
    onStatement: countSql,
  });
  const blobs = localBlobs(folder);
  const world = await createWorld(database, { appSecret, blobs });
  return {
    ...world,
    database,
    databaseUrl: url,
    blobs,
    blobsFolder: folder,
    end: async () => {
      await database.close();
      await drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
