import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Begins so many pieces of work a second, whether or not the earlier ones have ended: a provider does
 * not wait for us either. Resolves when all have ended.
 */
export async function steadily(
  { perSecond, count }: { perSecond: number; count: number },
  work: (place: number) => Promise<void>,
): Promise<void> {
  const began = performance.now();
  const inHand: Promise<void>[] = [];
  for (let place = 0; place < count; place++) {
    const early = began + (place * 1000) / perSecond - performance.now();
    if (early > 1) await sleep(early);
    inHand.push(work(place));
  }
  await Promise.all(inHand);
}

/** Keeps so many pieces of work in hand for a while. @returns how long each took, in milliseconds */
export async function crowded(
  { atOnce, seconds }: { atOnce: number; seconds: number },
  work: () => Promise<void>,
): Promise<number[]> {
  const until = performance.now() + seconds * 1000;
  const times: number[] = [];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (performance.now() < until) {
        const began = performance.now();
        await work();
        times.push(performance.now() - began);
      }
    }),
  );
  return times;
}
