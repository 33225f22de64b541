import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';

const patienceMs = 300_000;

export async function connectClient(address: string): Promise<Client> {
  return new Client({ connection: await Connection.connect({ address }) });
}

/**
 * Waits until so many workflows have run to their end.
 * @param query which, in words of the visibility store
 * @returns how many a second there were, from the first one's start to the last one's end
 */
export async function rateOf(client: Client, query: string, wanted: number): Promise<number> {
  const completed = `${query} AND ExecutionStatus = "Completed"`;
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const { count } = await client.workflow.count(completed);
    if (count >= wanted) break;
    if (Date.now() > deadline) throw new Error(`Only ${count} of ${wanted} have ended: ${query}`);
    await sleep(500);
  }
  const starts: number[] = [];
  const ends: number[] = [];
  for await (const { startTime, closeTime } of client.workflow.list({ query: completed })) {
    starts.push(startTime.getTime());
    ends.push(closeTime?.getTime() ?? 0);
  }
  return (ends.length * 1000) / (Math.max(...ends) - Math.min(...starts));
}
