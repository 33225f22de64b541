import type { Client } from '@temporalio/client';
import { until } from './until.ts';

/** Schedules of the namespace. */
async function schedulesOf({ schedule }: Client): Promise<string[]> {
  const found: string[] = [];
  for await (const { scheduleId } of schedule.list()) found.push(scheduleId);
  return found;
}

/** Waits until so many schedules are kept, and pauses them: their turns come when a test says so. */
export async function pauseSchedules(client: Client, n: number): Promise<void> {
  await until(async () => (await schedulesOf(client)).length === n);
  for (const id of await schedulesOf(client)) await client.schedule.getHandle(id).pause();
}

/** Has a schedule take its turn now. @returns the workflow's id and what it ended with */
export async function turnOf(
  { schedule, workflow }: Client,
  scheduleId: string,
): Promise<{ workflowId: string; result: unknown }> {
  const handle = schedule.getHandle(scheduleId);
  const before = (await handle.describe()).info.numActionsTaken;
  await handle.trigger();
  await until(async () => (await handle.describe()).info.numActionsTaken > before);
  const { workflow: run } = (await handle.describe()).info.recentActions.at(-1)!.action;
  const result: unknown = await workflow.getHandle(run.workflowId).result();
  return { workflowId: run.workflowId, result };
}
