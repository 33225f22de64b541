import { setTimeout as sleep } from 'node:timers/promises';
import type { Phones } from '#test/support/product/phones.ts';
import type { Dice } from './dice.ts';

/**
 * What goes wrong all the time, at once. A list lags by less than the looks of reconciliation are apart; so
 * many callbacks are lost that the list is often the only proof.
 */
const everyday = {
  serverErrors: 0.02,
  withhold: 0.02,
  cutBefore: 0.02,
  cutAfter: 0.06,
  lateAnswers: { share: 0.05, ms: 2500 },
  duplicateCallbacks: 0.2,
  reorderCallbacks: 0.2,
  loseCallbacks: 0.5,
  loseTexts: 0.1,
  callbackDelayMs: 4000,
  callbackDelayShare: 0.2,
  listDelaySeconds: 15,
};

const bursts = [
  { tooMany: { requests: 25 } },
  { tooMany: { seconds: 2 } },
  { down: 'cut' },
  { down: '503' },
];

/**
 * The provider at its worst, with a burst now and then; or with `always` alone.
 * @returns ends it: the provider behaves
 */
export function startProviderFaults(
  phones: Phones,
  { seed, dice, always }: { seed: number; dice: Dice; always?: object | undefined },
): () => Promise<void> {
  const state = { stopping: false };
  const running = work();
  return async () => {
    state.stopping = true;
    await running;
    await phones.faults({});
  };

  async function work(): Promise<void> {
    if (always) return phones.faults({ ...always, seed });
    await phones.faults({ ...everyday, seed });
    while (!state.stopping) {
      await sleep(6000 + 8000 * dice('calm'));
      if (state.stopping) break;
      const burst = bursts[Math.floor(dice('burst') * bursts.length)];
      await phones.faults({ ...everyday, ...burst, seed: seed + Math.floor(1e6 * dice('seed')) });
      await sleep(2500);
      await phones.faults({ ...everyday, seed: seed + Math.floor(1e6 * dice('seed')) });
    }
  }
}
