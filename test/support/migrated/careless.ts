import { condition, setHandler } from '@temporalio/workflow';
import { activities, woken } from './contract.ts';

/** The same change without a thought of those who are on their way. */
export async function notice(): Promise<void> {
  const state = { woken: false };
  setHandler(woken, () => void (state.woken = true));
  await activities.greet();
  await activities.tell('first');
  await condition(() => state.woken);
  await activities.tell('last');
}
