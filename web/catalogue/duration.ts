export type DurationUnit = 'day' | 'hour' | 'minute' | 'second';
export type DurationWords = (unit: DurationUnit, n: number) => string;

const UNITS: readonly [DurationUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
];

/** A span in its two largest neighbouring units; under a second counts as one. */
export function duration(ms: number, words: DurationWords): string {
  let rest = Math.max(Math.round(ms / 1000) * 1000, 1000);
  const parts: string[] = [];
  for (const [unit, size] of UNITS) {
    const n = Math.floor(rest / size);
    rest -= n * size;
    if (n > 0) parts.push(words(unit, n));
    if (n === 0 && parts.length > 0) break;
    if (parts.length === 2) break;
  }
  return parts.join(' ');
}
