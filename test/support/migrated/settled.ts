import { condition, deprecatePatch, setHandler } from '@temporalio/workflow';
import { activities, woken } from './contract.ts';

/** Once nobody is on the old way: the old branch is gone, and those who passed the patch still play. */
export async function notice(): Promise<void> {
  const state = { woken: false };
  setHandler(woken, () => void (state.woken = true));
  deprecatePatch('greets-first');
  await activities.greet();
  await activities.tell('first');
  await condition(() => state.woken);
  await activities.tell('last');
}
