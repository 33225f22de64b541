import { heartbeat } from '@temporalio/activity';

const everyMs = 3_000;

/**
 * Tells the engine every few seconds that the work goes on, so that a killed worker is missed in
 * seconds instead of at the time-out. What is over sooner says nothing.
 */
export async function alive<T>(work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => heartbeat(), everyMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
