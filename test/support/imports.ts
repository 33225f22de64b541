import { createReadStream } from 'node:fs';
import { MockActivityEnvironment } from '@temporalio/testing';
import { v7 as uuidv7 } from 'uuid';
import { createImportActivities } from '#activities/imports/imports.ts';
import type { BlobStore } from '#db/blobs.ts';
import { keepBlob } from '#db/blobs/keep.ts';
import { inspectCsv } from '#db/imports/inspect-csv.ts';
import { createImport, orderImport } from '#db/imports/orders.ts';
import { importRun } from '#db/imports/runs.ts';
import type { Database } from '#db/orm.ts';
import { guessMapping } from '#domain/imports/columns.ts';
import type { ImportOptions, ImportOrder } from '#domain/imports/run.ts';

export const contactsCsv = 'test/fixtures/contacts/contacts.csv';

export interface Importer {
  database: Database;
  blobs: BlobStore;
  workspaceId: string;
  userId: string;
}

/** Uploads a list as the page does, with the guessed mapping and these options. @returns the run's id */
export async function upload(
  importer: Importer,
  file: string | Uint8Array,
  options: Partial<ImportOptions> = {},
): Promise<string> {
  const { database, blobs, workspaceId, userId } = importer;
  const source = typeof file === 'string' ? createReadStream(file) : chunks(file);
  await using staged = await blobs.stage(source, 64_000_000);
  const inspected = await inspectCsv(staged.path, { maxBytes: 64_000_000 });
  if (inspected.kind !== 'list') throw new Error(`refused: ${inspected.reason}`);
  const inspection = inspected.file;
  const runId = uuidv7();
  await keepBlob({ database, blobs }, staged, (em) =>
    createImport(em, {
      runId,
      workspaceId,
      userId,
      file: { ...staged, name: 'contacts.csv' },
      inspection,
      options: {
        mapping: guessMapping(inspection.header, inspection.sample, 'US'),
        country: 'US',
        slashDates: 'month-first',
        raggedRows: 'reject',
        tags: [],
        mergeRule: 'mobile',
        consentBasis: 'express',
        revision: 1,
        ...options,
      },
    }),
  );
  return runId;
}

export async function order(importer: Importer, runId: string, order: ImportOrder): Promise<void> {
  const { database, workspaceId, userId } = importer;
  await database.transaction((em) =>
    orderImport(em, { orderId: uuidv7(), workspaceId, userId, runId, order }),
  );
}

/** What the workflow would have done, without an engine. */
export function advance(importer: Importer, runId: string) {
  const { advanceImport } = createImportActivities(importer);
  return new MockActivityEnvironment().run(advanceImport, { importRunId: runId });
}

/** Uploads, starts and reads a list to its end. @returns its row */
export async function importList(
  importer: Importer,
  file: string | Uint8Array,
  options: Partial<ImportOptions> = {},
) {
  const runId = await upload(importer, file, options);
  await order(importer, runId, 'start');
  await advance(importer, runId);
  const run = await importRun(importer.database.fork(), { ...importer, runId });
  if (!run) throw new Error('no such import');
  return run;
}

async function* chunks(bytes: Uint8Array) {
  yield bytes;
}

/** A list of these lines under the header of a small list: name, mobile, e-mail, tags, consent, its date. */
export const smallList = (...lines: string[]): Uint8Array =>
  Buffer.from(
    ['First Name,Mobile Phone,Email,Tags,Consent (SMS),Consent Date', ...lines, ''].join('\r\n'),
  );
