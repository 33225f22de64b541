/** One line of the table. */
export interface Figure {
  what: string;
  figure: string;
  goal?: string;
  /** Whether the goal is reached; absent where there is none. */
  met?: boolean;
  /** What it is made of; said below the table. */
  detail?: string;
}

const heads = ['measured', 'figure', 'goal', 'met'];

/** The figures as a table that reads as well in a terminal as in Markdown. */
export function tableOf(figures: readonly Figure[]): string {
  const cells = figures.map(({ what, figure, goal = '', met }) => [
    what,
    figure,
    goal,
    verdict(met),
  ]);
  const widths = heads.map((_, column) =>
    Math.max(...[heads, ...cells].map((row) => wide(row, column))),
  );
  const line = (row: string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  const details = figures.flatMap(({ what, detail }) => (detail ? [`- ${what}: ${detail}`] : []));
  return [line(heads), rule, ...cells.map(line), '', ...details].join('\n');
}

const wide = (row: string[], column: number) => row[column]?.length ?? 0;

function verdict(met: boolean | undefined): string {
  if (met === undefined) return '';
  return met ? 'yes' : 'NO';
}

/** "12.3 ms" */
export const ms = (value: number) => `${value.toFixed(value < 100 ? 1 : 0)} ms`;

export const perCent = (share: number) => `${Math.round(share * 100)} %`;

export const perSecond = (value: number) => `${value.toFixed(value < 100 ? 1 : 0)}/s`;
