import type { BlobStore, StagedBlob, StoredBlob } from '../blobs.ts';
import type { Database, Db } from '../orm.ts';
import { firstRow, run, sql } from '../sql.ts';

interface Keeper {
  database: Database;
  blobs: BlobStore;
}

/**
 * Puts a staged content into the store, with the row that refers to it.
 * @param record writes that row, in the transaction
 */
export async function keepBlob<T>(
  { database, blobs }: Keeper,
  staged: StagedBlob,
  record: (em: Db) => Promise<T>,
): Promise<T> {
  // Ahead of the transaction, because it may take as long as a network does.
  await blobs.put(staged);
  return database.transaction(async (em) => {
    await holdBlob(em, blobs, staged);
    return record(em);
  });
}

/** Until this transaction ends nobody takes the content away; whoever did so since it was put there saw no row of ours. */
export async function holdBlob(em: Db, blobs: BlobStore, staged: StagedBlob): Promise<void> {
  await lockBlob(em, staged.sha256);
  if ((await blobs.sizeOf(staged.sha256)) === null) await blobs.put(staged);
}

/** Records that a content is in the store; rows refer to it from then on. */
export async function recordBlob(
  em: Db,
  { sha256, size, contentType }: StoredBlob & { contentType: string },
): Promise<void> {
  await run(
    em,
    sql`insert into blob (sha256, size, content_type) values (${sha256}, ${size}, ${contentType})
    on conflict (sha256) do nothing`,
  );
}

/** Takes a content out of the store that nobody needs any more: no attachment, and no list that is still read. */
export function removeUnneeded({ database, blobs }: Keeper, sha256: string): Promise<void> {
  return database.transaction(async (em) => {
    await lockBlob(em, sha256);
    if (!(await isNeeded(em, sha256))) await blobs.remove(sha256);
  });
}

async function lockBlob(em: Db, sha256: string): Promise<void> {
  await run(em, sql`select pg_advisory_xact_lock(hashtextextended(${sha256}, 0))`);
}

async function isNeeded(em: Db, sha256: string): Promise<boolean> {
  const needing = await firstRow(
    em,
    sql`select 1 as one from import_run where blob_sha256 = ${sha256} and state in ('mapping', 'running', 'paused')
    union all select 1 from attachment where blob_sha256 = ${sha256} limit 1`,
  );
  return needing !== undefined;
}
