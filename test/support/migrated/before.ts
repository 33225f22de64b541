import { condition, setHandler } from '@temporalio/workflow';
import { activities, woken } from './contract.ts';

/** The workflow as it was first released. */
export async function notice(): Promise<void> {
  const state = { woken: false };
  setHandler(woken, () => void (state.woken = true));
  await activities.tell('first');
  await condition(() => state.woken);
  await activities.tell('last');
}
