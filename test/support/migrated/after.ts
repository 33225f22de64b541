import { condition, patched, setHandler } from '@temporalio/workflow';
import { activities, woken } from './contract.ts';

/** Changed since: it greets. Executions that began before go on as they began. */
export async function notice(): Promise<void> {
  const state = { woken: false };
  setHandler(woken, () => void (state.woken = true));
  if (patched('greets-first')) await activities.greet();
  await activities.tell('first');
  await condition(() => state.woken);
  await activities.tell('last');
}
