import type { Faults } from '../../faults/faults.ts';
import type { Doors } from '../door.ts';
import { mediaUrl } from '../media/urls.ts';
import type { CallRecord, MessageRecord } from '../records.ts';
import { findCall, findMessage, type Workspace } from '../workspace.ts';
import type { QuoEvent } from './event.ts';

/** What an event tells of, with links that can be followed. */
export type Told = {
  readonly event: QuoEvent;
  readonly ourNumber: string;
  readonly link: (file: string, seconds?: number) => string;
  /** Calls have been seen to arrive without participants. */
  readonly isEmpty: boolean;
} & ({ readonly message: MessageRecord } | { readonly call: CallRecord });

/** What there is to tell of an event now, or undefined where its subject is unknown. */
export function toldOf(
  workspace: Workspace,
  event: QuoEvent,
  { faults, doors }: { faults: Faults; doors: Doors },
): Told | undefined {
  const message = findMessage(workspace, event.about);
  const call = findCall(workspace, event.about);
  const subject = message ?? call;
  const number = workspace.numbers.find((one) => one.id === subject?.phoneNumberId);
  if (!number) return undefined;
  const { id: account, origin } = workspace.account;
  const { settings } = doors.of(workspace.account);
  const shared = {
    event,
    ourNumber: number.number,
    isEmpty: call !== undefined && faults.strikes('emptyParticipants'),
    link: (id: string, seconds?: number) =>
      mediaUrl(origin, account, { file: { id, ...(seconds ? { seconds } : {}) }, settings }),
  };
  return message ? { ...shared, message } : call && { ...shared, call };
}
