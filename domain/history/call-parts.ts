import type { CallParts } from './exchange.ts';

export type PartName = 'recordings' | 'voicemail' | 'summary' | 'transcript';

/** What a call must tell before its parts are asked for. */
export interface AskedCall {
  direction: 'in' | 'out';
  answered: boolean;
  /** Its status says nothing that we know: then anything may be there. */
  unsure: boolean;
}

/** Only what can be there: a call that nobody took has a voicemail at most. */
export function partsThatMayBe({ direction, answered, unsure }: AskedCall): readonly PartName[] {
  if (unsure) return ['recordings', 'voicemail', 'summary', 'transcript'];
  if (answered) return ['recordings', 'summary', 'transcript'];
  return direction === 'in' ? ['voicemail'] : [];
}

/** Whether something of what was told is still being made. */
export function isUnderway({ recordings, voicemail, summary, transcript }: CallParts): boolean {
  return (
    (recordings ?? []).some(({ url }) => url === null) ||
    voicemail?.url === null ||
    summary?.state === 'in-progress' ||
    transcript?.state === 'in-progress'
  );
}

/** What follows a call may come so long after it. */
const settledAfterMs = 86_400_000;

/** Whether nothing can follow any more. Instants are epoch milliseconds. */
export function isSettled(parts: CallParts, call: { at: number; now: number }): boolean {
  const { voicemail, summary, transcript } = parts;
  const isMissing = [voicemail, summary, transcript].some((part) => part === null);
  return !isUnderway(parts) && (!isMissing || call.at < call.now - settledAfterMs);
}
