import { fileURLToPath } from 'node:url';
import { judge } from './judge/judge.ts';
import { prove } from './run.ts';

/** What the judge says of a product that sends again without looking. */
export interface Unreconciled {
  messages: number;
  /** How often it found "sent twice". */
  found: number;
}

const hook = fileURLToPath(new URL('without-reconciliation.mjs', import.meta.url));

/** The product with its looking for proof switched off, over a few people: it must be found out. */
export async function showsDoubles(say: (what: string) => void): Promise<Unreconciled> {
  const run = await prove({
    seed: 1,
    campaigns: 1,
    people: 28,
    killsEach: 0,
    pauseMs: 1000,
    launchGapMs: 1000,
    patienceMs: 40_000,
    lists: 0,
    // A callback with our id would be proof enough.
    faults: { cutAfter: 0.3, loseCallbacks: 1 },
    env: { NODE_OPTIONS: `--import=${hook}` },
    say,
  });
  try {
    const twice = judge(run.evidence).filter(({ name }) => name === 'sent twice');
    return { messages: run.evidence.taken.length, found: twice.length };
  } finally {
    await run.stop();
  }
}
