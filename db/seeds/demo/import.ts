import { v7 } from 'uuid';
import { guessMapping } from '#domain/imports/columns.ts';
import type { BlobStore } from '../../blobs.ts';
import { keepBlob } from '../../blobs/keep.ts';
import { createImport, orderImport } from '../../imports/orders.ts';
import { inspectCsv } from '../../imports/inspect-csv.ts';
import type { Database } from '../../orm.ts';
import { fairList } from './list.ts';

interface Importing {
  database: Database;
  blobs: BlobStore;
  workspaceId: string;
  userId: string;
}

/** Uploads the list of the home fair and starts its import, as a person does; the workers then read it. */
export async function importFairList({ database, blobs, workspaceId, userId }: Importing) {
  const bytes = Buffer.from(fairList);
  await using staged = await blobs.stage(piecesOf(bytes), bytes.length);
  const found = await inspectCsv(staged.path, { maxBytes: bytes.length });
  if (found.kind !== 'list') throw new Error(`The list of the demo is no list: ${found.reason}`);
  const inspection = found.file;
  const runId = v7();
  const country = 'US';
  await keepBlob({ database, blobs }, staged, (em) =>
    createImport(em, {
      runId,
      workspaceId,
      userId,
      file: { ...staged, name: 'home-fair.csv' },
      inspection,
      options: {
        mapping: guessMapping(inspection.header, inspection.sample, country),
        country,
        slashDates: 'month-first',
        raggedRows: 'reject',
        tags: [],
        mergeRule: 'mobile',
        consentBasis: 'Ticked the box for texts at the home fair, May 2026',
        revision: 1,
      },
    }),
  );
  const order = { orderId: v7(), workspaceId, userId, runId, order: 'start' as const };
  await database.transaction((em) => orderImport(em, order));
}

async function* piecesOf(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(content);
}
