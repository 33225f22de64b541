import { createReadStream } from 'node:fs';
import { pipeline, type Readable, Transform } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import type { Delimiter, FileEncoding } from '#domain/imports/file-inspection.ts';

/** One data row. `number` counts from 1 without header and blank lines; `bytesRead` is where the next begins. */
export type CsvRow = { number: number; cells: string[]; bytesRead: number };

export type CsvOptions = {
  encoding: FileEncoding;
  delimiter: Delimiter;
  /** The `number` and `bytesRead` of the last row that needs no reading again. */
  after?: { number: number; bytesRead: number } | undefined;
};

/** A quote that is opened and never closed: what follows cannot be told from the cell it opens. */
export class BrokenCsv extends Error {
  readonly row: number;

  constructor(row: number, cause: unknown) {
    super(`The quotes of row ${row} do not close`, { cause });
    this.row = row;
  }
}

/**
 * The rows of a list, one after the other at flat memory. Rows with too few or too many cells come as
 * they are.
 * @param source the path of the file, or its content from the first byte
 * @throws BrokenCsv
 */
export async function* readCsv(
  source: string | Readable,
  options: CsvOptions,
): AsyncGenerator<CsvRow> {
  let number = options.after ? options.after.number : -1;
  const start = options.after?.bytesRead ?? 0;
  try {
    for await (const { cells, bytesRead } of readLines(source, options, start)) {
      number += 1;
      if (number > 0) yield { number, cells, bytesRead };
    }
  } catch (error) {
    throw isBroken(error) ? new BrokenCsv(number + 1, error) : error;
  }
}

/**
 * The header and the rows, without blank lines. Offsets count bytes of the text in UTF-8, which are those of
 * the file itself unless it has another encoding: then it is read from its beginning, up to `start` in vain.
 */
export async function* readLines(
  source: string | Readable,
  { encoding, delimiter }: Pick<CsvOptions, 'encoding' | 'delimiter'>,
  start = 0,
): AsyncGenerator<{ cells: string[]; bytesRead: number }> {
  const seeks = typeof source === 'string' && encoding === 'utf-8';
  const bytes =
    typeof source === 'string' ? createReadStream(source, { start: seeks ? start : 0 }) : source;
  const parser = parse({
    bom: start === 0,
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: maxRecordLength,
  });
  const stages = [bytes, ...(encoding === 'utf-8' ? [] : [toUtf8(encoding)])];
  if (start > 0 && !seeks) stages.push(skipping(start));
  // A failure of the stream reaches the loop below through the parser, which the pipeline destroys.
  pipeline([...stages, parser], () => undefined);
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      const isBlank = record.length === 1 && record[0]?.trim() === '';
      if (!isBlank) yield { cells: record, bytesRead: start + info.bytes };
    }
  } finally {
    bytes.destroy();
  }
}

/** The longest row, in characters: more is a quote that does not close. */
const maxRecordLength = 1_000_000;

type Parsed = { record: string[]; info: { bytes: number } };

/** True for what the reader throws where quotes do not close. */
export const isBroken = (error: unknown): boolean =>
  ['CSV_MAX_RECORD_SIZE', 'CSV_QUOTE_NOT_CLOSED'].includes((error as CsvError).code);

function toUtf8(encoding: FileEncoding): Transform {
  const decoder = new TextDecoder(encoding);
  return new Transform({
    transform: (piece: Buffer, _, done) => done(null, decoder.decode(piece, { stream: true })),
    flush: (done) => done(null, decoder.decode()),
  });
}

function skipping(bytes: number): Transform {
  let left = bytes;
  return new Transform({
    transform(piece: Buffer, _, done) {
      const skipped = Math.min(left, piece.length);
      left -= skipped;
      done(null, piece.subarray(skipped));
    },
  });
}
