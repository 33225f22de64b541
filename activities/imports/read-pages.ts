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
  /** Rows of the page, those only counted among them. */
  count: number;
  rejectedCells: Map<number, string[]>;
  bytesRead: number;
}

export interface Reading {
  run: ImportRunRow;
  blobs: BlobStore;
  /** Rows a page. */
  size: number;
  /** Rows behind this one are counted, not read. */
  readUpTo?: number;
  /** The day by which what a list says without a date was said. */
  statedBy: IsoDate;
}

/** So many rows between two looks at the clock: the same process sends messages meanwhile. */
const BREATH_ROWS = 50;

/**
 * The rows of an import behind those that are written, page after page at flat memory.
 * @throws BrokenCsv, or ENOENT where the file is gone
 */
export async function* readPages(reading: Reading): AsyncGenerator<ReadPage> {
  const { run, blobs, size, statedBy, readUpTo = Number.POSITIVE_INFINITY } = reading;
  const options: ReadOptions = { ...run.options, zone: run.zone as Zone };
  const { encoding, delimiter } = run.inspection;
  const after = run.rowsRead > 0 ? { number: run.rowsRead, bytesRead: run.bytesRead } : undefined;
  let page = emptyPage();
  for await (const row of readCsv(await blobs.fileOf(run.blobSha256), {
    encoding,
    delimiter,
    after,
  })) {
    page.count += 1;
    page.bytesRead = row.bytesRead;
    if (row.number <= readUpTo) {
      const read = readRow(row, options);
      page.rows.push(dated(read, statedBy));
      if (read.kind === 'rejected') page.rejectedCells.set(row.number, row.cells);
    }
    if (page.count % BREATH_ROWS === 0) await setImmediate();
    if (page.count === size) {
      yield page;
      page = emptyPage();
    }
  }
  if (page.count > 0) yield page;
}

const emptyPage = (): ReadPage => ({
  rows: [],
  count: 0,
  rejectedCells: new Map(),
  bytesRead: 0,
});

/** A refusal without a date is as old as the file: a START since then is the later word. */
function dated(read: ReadRow, statedBy: IsoDate): ReadRow {
  if (read.kind === 'rejected') return read;
  const { contact } = read;
  if (contact.consent !== 'refused' || contact.consentOn !== null) return read;
  return { ...read, contact: { ...contact, consentOn: statedBy } };
}
