import { ApplicationFailure } from '@temporalio/activity';

/** A shorter wait is a retry of the engine, a longer one comes back as an instant. */
export const shortHoldMs = 60_000;

/**
 * "Not yet, ask again after this long": a retry by the engine, which writes no history.
 * Benign, because it is no fault; the message carries a code, never a person's data.
 */
export function again(why: string, delayMs: number): ApplicationFailure {
  return ApplicationFailure.create({
    message: why,
    type: 'Again',
    category: 'BENIGN',
    nextRetryDelay: Math.max(1, Math.ceil(delayMs)),
  });
}
