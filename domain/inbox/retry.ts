import { refusalOf } from '#domain/sending/refusals.ts';
import { isFinal, type SendState } from '#domain/sending/states.ts';

/**
 * Whether a message of ours that did not arrive may be sent once more as it is. Not where the number
 * can take none or the person said no, and never while it may still arrive.
 */
export function mayTryAgain(state: SendState, errorCode: string | null): boolean {
  if (!isFinal(state) || state === 'delivered' || state === 'read') return false;
  if (!errorCode) return true;
  const { action } = refusalOf('twilio', errorCode);
  return action === 'retry-later' || action === 'fail' || action === 'pause-sender';
}
