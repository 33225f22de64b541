import { exportCell } from './export-cell.ts';

/** Tells Excel that the file is UTF-8; goes before the first line. */
export const byteOrderMark = '\uFEFF';

/**
 * One line of an exported CSV after RFC 4180, line end included; no cell of it can run as a formula. Cells
 * with other delimiters are quoted too: where those part cells, the text behind one would begin a cell.
 */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map(csvCell).join(',')}\r\n`;

function csvCell(value: string | number | null): string {
  const text = typeof value === 'string' ? exportCell(value) : String(value ?? '');
  return /[",;|\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
