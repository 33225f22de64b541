import { setImmediate } from 'node:timers/promises';
import type { IsoDate } from '#domain/contacts/dates.ts';
import type { Zone } from '#domain/contacts/zone.ts';
import { readRow, type ReadRow, type ReadOptions } from '#domain/imports/read-row.ts';
import type { BlobStore } from '#db/blobs.ts';
import { readCsv } from '#db/imports/csv.ts';
import type { ImportRunRow } from '#db/imports/runs.ts';

/** Rows that are read, and where in the file the next ones begin. */
export interface ReadPage {
  rows: ReadRow[];
  rejectedCells: Map<number, string[]>;
  bytesRead: number;
}

export interface Reading {
  run: ImportRunRow;
  blobs: BlobStore;
  /** Rows a page. */
  size: number;
  /** The day by which what a list says without a date was said. */
  statedBy: IsoDate;
}

/** So many rows between two looks at the clock: the same process sends messages meanwhile. */
const BREATH_ROWS = 50;

/**
 * The rows of an import behind those that are written, page after page at flat memory.
 * @throws BrokenCsv, or ENOENT where the file is gone
 */
export async function* readPages({
  run,
  blobs,
  size,
  statedBy,
}: Reading): AsyncGenerator<ReadPage> {
  const options: ReadOptions = { ...run.options, zone: run.zone as Zone };
  const { encoding, delimiter } = run.inspection;
  const after = run.rowsRead > 0 ? { number: run.rowsRead, bytesRead: run.bytesRead } : undefined;
  let page = emptyPage();
  for await (const row of readCsv(blobs.fileOf(run.blobSha256), { encoding, delimiter, after })) {
    const read = readRow(row, options);
    page.rows.push(dated(read, statedBy));
    if (read.kind === 'rejected') page.rejectedCells.set(row.number, row.cells);
    page.bytesRead = row.bytesRead;
    if (page.rows.length % BREATH_ROWS === 0) await setImmediate();
    if (page.rows.length === size) {
      yield page;
      page = emptyPage();
    }
  }
  if (page.rows.length > 0) yield page;
}

const emptyPage = (): ReadPage => ({ rows: [], rejectedCells: new Map(), bytesRead: 0 });

/** A refusal without a date is as old as the file: a START since then is the later word. */
function dated(read: ReadRow, statedBy: IsoDate): ReadRow {
  if (read.kind === 'rejected') return read;
  const { contact } = read;
  if (contact.consent !== 'refused' || contact.consentOn !== null) return read;
  return { ...read, contact: { ...contact, consentOn: statedBy } };
}
