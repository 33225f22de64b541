import { setTimeout as sleep } from 'node:timers/promises';

/** What a kill has taken away comes back: the work is tried again until the patience is over. */
export async function persistently<T>(work: () => Promise<T>, patienceMs = 60_000): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(300);
    }
  }
}
