import type { Logger } from 'pino';

export interface LaneOptions {
  name: string;
  /** How many pieces of work at once. */
  slots: number;
  /** Does one piece of work. @returns false where there was none. @throws when it could not look */
  work: () => Promise<boolean>;
  log: Logger;
}

export interface Lane {
  /** There may be work. */
  wake: () => void;
  /** Lets what is being done end. */
  stop: () => Promise<void>;
}

const SWEEP_MS = 1000;
const SHORTEST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5000;

/**
 * Works as long as there is work, then sleeps until it is woken, or a second. Where even looking
 * fails (a database that restarts) it waits, longer each time, and no word shortens that.
 */
export function createLane({ name, slots, work, log }: LaneOptions): Lane {
  const state = { stopping: false, words: 0 };
  const sleepers = new Set<Sleeper>();
  const running = Promise.all(Array.from({ length: slots }, run));

  return {
    wake,
    stop: async () => {
      state.stopping = true;
      for (const { rise } of sleepers) rise();
      await running;
    },
  };

  /** Whoever has begun to look meanwhile looks again. */
  function wake(): void {
    state.words += 1;
    rouse();
  }

  /** One slot at a time: it rouses the next when it finds work twice. */
  function rouse(): void {
    for (const sleeper of sleepers) {
      if (!sleeper.deaf) return sleeper.rise();
    }
  }

  async function run(): Promise<void> {
    let pauseMs = 0;
    let hasWorked = false;
    while (!state.stopping) {
      const heard = state.words;
      try {
        const worked = await work();
        pauseMs = 0;
        // One piece of work is over before another slot has looked; two are a heap.
        if (worked && hasWorked) rouse();
        hasWorked = worked;
        if (!worked && state.words === heard) await sleep(SWEEP_MS, false);
      } catch (error) {
        pauseMs = Math.min(pauseMs * 2 || SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS);
        log.warn({ err: error, lane: name, pauseMs }, 'the relay could not work; it tries again');
        await sleep(pauseMs, true);
      }
    }
  }

  async function sleep(ms: number, deaf: boolean): Promise<void> {
    if (state.stopping) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(rise, ms);
      const sleeper = { deaf, rise };
      sleepers.add(sleeper);

      function rise(): void {
        clearTimeout(timer);
        sleepers.delete(sleeper);
        resolve();
      }
    });
  }
}

/** A slot at rest; a deaf one sleeps its time out. */
interface Sleeper {
  deaf: boolean;
  rise: () => void;
}
