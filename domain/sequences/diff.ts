import type { Block, StepId } from './step.ts';

export type StepChange = 'added' | 'removed' | 'moved' | 'changed' | 'moved-and-changed' | 'same';

/** One step in two versions. `position` counts from 1 in the later version, or in the earlier for a removed one. */
export type StepDiff = {
  stepId: StepId;
  change: StepChange;
  position: number;
  before: Block | null;
  after: Block | null;
};

/**
 * Two versions by step id: the later one in its order, then what it no longer has.
 * As few steps as possible count as moved: the longest run that kept its order stayed.
 */
export function diffVersions(
  before: readonly Block[],
  after: readonly Block[],
): readonly StepDiff[] {
  const old = new Map(before.map((block, index) => [block.id, { block, index }]));
  const kept = new Set(after.map(({ id }) => id));
  const stayed = inOrder(after.flatMap(({ id }) => old.get(id)?.index ?? []));
  const present = after.map((block, index): StepDiff => {
    const earlier = old.get(block.id);
    const change = earlier
      ? named(!stayed.has(earlier.index), !sameStep(earlier.block, block))
      : 'added';
    return {
      stepId: block.id,
      change,
      position: index + 1,
      before: earlier?.block ?? null,
      after: block,
    };
  });
  const gone = before.flatMap((block, index): StepDiff[] =>
    kept.has(block.id)
      ? []
      : [{ stepId: block.id, change: 'removed', position: index + 1, before: block, after: null }],
  );
  return [...present, ...gone];
}

function named(moved: boolean, changed: boolean): StepChange {
  if (moved) return changed ? 'moved-and-changed' : 'moved';
  return changed ? 'changed' : 'same';
}

/** Stored as JSON and read back, so keys may come in another order. */
function sameStep(a: Block, b: Block): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** The longest increasing run of a list without repeats. */
function inOrder(indices: readonly number[]): ReadonlySet<number> {
  const runs: number[][] = [];
  for (const [place, index] of indices.entries()) {
    const earlier = runs.slice(0, place).filter((run) => (run.at(-1) ?? -1) < index);
    const longest = earlier.reduce<number[]>((a, b) => (b.length > a.length ? b : a), []);
    runs.push([...longest, index]);
  }
  return new Set(runs.reduce<number[]>((a, b) => (b.length > a.length ? b : a), []));
}
