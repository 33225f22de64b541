import { refusalOf, type Provider } from '#domain/sending/refusals.ts';
import { isFinal, type SendState } from '#domain/sending/states.ts';

/**
 * Whether a message of ours that did not arrive may be sent once more as it is. Not where the number
 * can take none or the person said no, and never while it may still arrive.
 */
export function mayTryAgain(
  state: SendState,
  refusal: { provider: Provider; errorCode: string | null },
): boolean {
  if (!isFinal(state) || state === 'delivered' || state === 'read') return false;
  const { provider, errorCode } = refusal;
  if (!errorCode) return true;
  const { action } = refusalOf(provider, errorCode);
  return action === 'retry-later' || action === 'fail' || action === 'pause-sender';
}
