/**
 * A cell for an export, harmless in every spreadsheet: what would run as a formula becomes text by an
 * apostrophe before it. That holds after blanks and invisible characters and for full-width signs too,
 * which spreadsheets read alike; a lone number keeps its sign.
 */
export function exportCell(value: string): string {
  if (plainNumber.test(value)) return value;
  return runsAsFormula.test(value) ? `'${value}` : value;
}

const plainNumber = /^[+-]?\d+(?:[.,]\d+)?$/;

/** Signs that begin a formula, and the tab and line ends that part cells when text is pasted. */
const runsAsFormula =
  /^(?:[\s\p{Cf}\p{Cc}"']*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\u2212\uFE62\uFE63\uFE66\uFE6B\u207A\u207B]|[\t\r\n])/u;
