export type FileEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** What a look into an uploaded list has found. */
export type FileInspection = {
  encoding: FileEncoding;
  delimiter: Delimiter;
  header: readonly string[];
  /** The first rows, for guesses and for the preview. */
  sample: readonly (readonly string[])[];
  bytes: number;
  /** Counted by line ends outside quotes: right but for blank lines and broken quotes. */
  estimatedRows: number;
};

/** Why a file cannot be a list of contacts. */
export type NotAList =
  | 'too-large'
  | 'empty'
  | 'header-only'
  | 'no-header'
  | 'excel-workbook'
  | 'pdf'
  | 'archive'
  | 'web-page'
  | 'binary'
  | 'unknown-encoding'
  | 'broken-quotes';

export type Inspection =
  | { kind: 'list'; file: FileInspection }
  | { kind: 'refused'; reason: NotAList };
