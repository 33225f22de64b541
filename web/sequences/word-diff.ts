/** A stretch of words that both texts have, that only the earlier one has, or only the later one. */
export type WordRun = { kind: 'same' | 'gone' | 'new'; text: string };

/** Texts longer than this are told as a whole: the table below would grow with their product. */
const mostWords = 600;

/** What became of a text, word by word; blanks stay with the word before them. */
export function wordDiff(before: string, after: string): readonly WordRun[] {
  const [a, b] = [words(before), words(after)];
  if (a.length > mostWords || b.length > mostWords) {
    return joined([
      { kind: 'gone', text: before },
      { kind: 'new', text: after },
    ]);
  }
  return joined(walk(a, b, commonLengths(a, b)));
}

const words = (text: string): string[] => text.match(/\S+\s*/g) ?? [];

/** For each pair of places, how many words the rests have in common in their order. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const skip = Math.max(lengths[i + 1]?.[j] ?? 0, lengths[i]?.[j + 1] ?? 0);
      const row = lengths[i];
      if (row) row[j] = same(a[i], b[j]) ? (lengths[i + 1]?.[j + 1] ?? 0) + 1 : skip;
    }
  }
  return lengths;
}

function walk(a: readonly string[], b: readonly string[], lengths: number[][]): WordRun[] {
  const runs: WordRun[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && same(a[i], b[j])) {
      runs.push({ kind: 'same', text: b[j] ?? '' });
      i += 1;
      j += 1;
    } else if (i < a.length && (lengths[i + 1]?.[j] ?? -1) >= (lengths[i]?.[j + 1] ?? -1)) {
      runs.push({ kind: 'gone', text: a[i] ?? '' });
      i += 1;
    } else {
      runs.push({ kind: 'new', text: b[j] ?? '' });
      j += 1;
    }
  }
  return runs;
}

const same = (a: string | undefined, b: string | undefined): boolean => a?.trim() === b?.trim();

function joined(runs: readonly WordRun[]): readonly WordRun[] {
  const out: WordRun[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (last?.kind === run.kind) last.text += run.text;
    else if (run.text !== '') out.push({ ...run });
  }
  return out;
}
