import type { ListOutcome } from './evidence.ts';
import { countBy } from './judge/counts.ts';
import { allPlaces } from './places.ts';
import { violationNames } from './judge/violation.ts';
import type { ProvedSeed } from './seed.ts';
import type { Unreconciled } from './unreconciled.ts';

export interface Report {
  /** Markdown that reads as well in a terminal. */
  text: string;
  /** No violation, every place struck as often as wanted, every planted fault found. */
  holds: boolean;
}

/** What a proof has shown, with nothing in it that was not counted. */
export function reportOf({
  command,
  machine,
  proved,
  unreconciled,
}: {
  command: string;
  machine: readonly [string, string][];
  proved: readonly ProvedSeed[];
  /** Undefined where it broke off. */
  unreconciled: Unreconciled | undefined;
}): Report {
  const violations = proved.flatMap((one) => one.violations);
  const missed = proved.flatMap(({ planted }) => planted.filter(({ found }) => !found));
  const wanting = proved.flatMap(({ seed, wanting: places }) =>
    places.map((place) => `${place} (seed ${seed})`),
  );
  const imports = proved.flatMap(({ lists }) => lists);
  const holds =
    violations.length === 0 &&
    missed.length === 0 &&
    wanting.length === 0 &&
    (unreconciled?.found ?? 0) > 0;
  const text = [
    '# Proof of the ledger',
    '',
    'The whole product, every process by its own command, a PostgreSQL and a Temporal server of its own, under kills and under a provider at its worst; then judged by what the provider itself took. How it works: [ARCHITECTURE.md](../ARCHITECTURE.md), "The proof".',
    '',
    `    ${command}`,
    '',
    ...machine.map(([what, found]) => `- ${what}: ${found}`),
    '',
    table(
      ['', ...proved.map(({ seed }) => `seed ${seed}`), 'all'],
      [
        line('messages taken by the provider', proved, ({ taken }) => taken),
        line('written by people', proved, ({ written }) => written),
        line('orders in the browser', proved, ({ orders }) => orders),
        line('kills', proved, ({ kills }) => kills.length),
        line('**violations**', proved, (one) => one.violations.length),
        ['seconds', ...proved.map(({ seconds }) => seconds.toFixed(0)), ''],
      ],
    ),
    '',
    '## Kills',
    '',
    table(
      ['process', 'place', ...proved.map(({ seed }) => `seed ${seed}`), 'all'],
      allPlaces.map(({ part, place }) => [
        part,
        ...line(
          place,
          proved,
          ({ kills }) => kills.filter((kill) => kill.part === part && kill.place === place).length,
        ),
      ]),
    ),
    '',
    ...(wanting.length > 0 ? [`Not struck as often as wanted: ${wanting.join(', ')}.`, ''] : []),
    '## Faults of the provider',
    '',
    table(
      ['fault', ...proved.map(({ seed }) => `seed ${seed}`), 'all'],
      [...new Set(proved.flatMap(({ struck }) => Object.keys(struck)))]
        .toSorted()
        .map((fault) => line(fault, proved, ({ struck }) => struck[fault] ?? 0)),
    ),
    '',
    'Besides: bursts of 429, of silence and of 503; a list that lags 15 seconds behind; clocks that jump a minute back or forward; two texts of a sequence that are the same, word for word.',
    '',
    '## The judge, judged',
    '',
    table(
      ['planted', ...proved.map(({ seed }) => `seed ${seed}`)],
      [...new Set(proved.flatMap(({ planted }) => planted.map(({ name }) => name)))].map((name) => [
        name,
        ...proved.map(({ planted }) =>
          planted.find((one) => one.name === name)?.found ? 'found' : 'MISSED',
        ),
      ]),
    ),
    '',
    `The product with its reconciliation switched off: ${
      unreconciled
        ? `${unreconciled.messages} messages, "sent twice" found ${unreconciled.found} times`
        : 'BROKE OFF'
    }.`,
    '',
    '## What was found wrong',
    '',
    ...(violations.length === 0
      ? [`Nothing, of ${violationNames.length} kinds looked for: ${violationNames.join(', ')}.`]
      : violations.map(({ name, about, detail }) => `- ${name}: ${about}, ${detail}`)),
    ...(imports.length > 0
      ? [
          '',
          `Lists imported meanwhile: ${[...countBy(imports, outcomeOf)].map(([outcome, n]) => `${n} ${outcome}`).join('; ')}.`,
        ]
      : []),
    '',
  ].join('\n');
  return { text, holds };
}

const outcomeOf = ({ state, created, rejected }: ListOutcome) =>
  `${state} (${created} created, ${rejected} rejected)`;

const line = (
  what: string,
  proved: readonly ProvedSeed[],
  countOf: (one: ProvedSeed) => number,
): string[] => {
  const counts = proved.map(countOf);
  return [what, ...counts.map(String), String(counts.reduce((sum, n) => sum + n, 0))];
};

function table(heads: readonly string[], lines: readonly string[][]): string {
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...lines.map((cells) => cells[column]?.length ?? 0)),
  );
  const row = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  return [
    row(heads),
    `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`,
    ...lines.map(row),
  ].join('\n');
}
