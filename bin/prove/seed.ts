import type { Evidence } from './evidence.ts';
import { judge } from './judge/judge.ts';
import type { Violation } from './judge/violation.ts';
import type { Kill } from './kills.ts';
import { lifeOf } from './life.ts';
import { plantFaults, type Planted } from './plant.ts';
import { prove } from './run.ts';

/** One seed, judged: what a report needs of it. */
export interface ProvedSeed {
  seed: number;
  /** Messages that the provider took, those that people wrote, orders given in the browser. */
  taken: number;
  written: number;
  orders: number;
  kills: readonly Kill[];
  /** Places that could not be struck as often as wanted. */
  wanting: readonly string[];
  struck: Readonly<Record<string, number>>;
  lists: Evidence['lists'];
  violations: readonly Violation[];
  planted: readonly Planted[];
  seconds: number;
}

export interface SeedSize {
  seed: number;
  people: number;
  kills: number;
}

/** Plays one seed to its end and judges it; a run found right then has its faults planted. */
export async function proveSeed(
  { seed, people, kills }: SeedSize,
  say: (what: string) => void,
): Promise<ProvedSeed> {
  const run = await prove({
    seed,
    campaigns: 8,
    people,
    killsEach: kills,
    pauseMs: 1500,
    launchGapMs: 12_000,
    patienceMs: 40_000,
    lists: 3,
    say,
  });
  try {
    const violations = judge(run.evidence);
    for (const violation of violations) {
      const { name, about, detail } = violation;
      say(`VIOLATION: ${name}, ${about}: ${detail}`);
      say(await lifeOf(run.product, run.evidence, violation));
    }
    const { evidence, wanting, struck, seconds } = run;
    say(
      `judged: ${evidence.taken.length} messages, ${run.kills.length} kills, ${violations.length} violations`,
    );
    return {
      seed,
      taken: evidence.taken.length,
      written: evidence.written.length,
      orders: evidence.orders.length,
      kills: run.kills,
      violations,
      planted: violations.length === 0 ? await plantFaults(run) : [],
      wanting,
      struck,
      lists: evidence.lists,
      seconds,
    };
  } finally {
    await run.stop();
  }
}
