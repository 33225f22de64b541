import { asyncLocalStorage } from '@temporalio/activity';

const everyMs = 1_000;

/**
 * Tells the engine every second that the work goes on, so that a killed worker is missed in
 * seconds instead of at the time-out. What is over sooner says nothing; outside an activity nobody
 * listens.
 */
export async function alive<T>(work: () => Promise<T>): Promise<T> {
  const activity = asyncLocalStorage.getStore();
  const timer = setInterval(() => activity?.heartbeat(), everyMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
