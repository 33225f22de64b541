import { unlinkSync } from 'node:fs';
import { join } from 'node:path';

/** The places at which a proof may end a process, in the order of a message's life. */
export const failpoints = [
  'order.recorded',
  'order.done',
  'launch.enrolling',
  'launch.enrolled',
  'release.taken',
  'release.started',
  'send.gated',
  'send.answered',
  'send.recorded',
  'proof.claimed',
  'event.stored',
  'event.applying',
  'event.applied',
  'outbox.delivered',
  'import.writing',
  'import.written',
] as const;

export type Failpoint = (typeof failpoints)[number];

const folder = process.env['FAILPOINTS'];

/**
 * Ends this process at once, as a crash would, where a proof has armed the place: by a file of that name
 * in the folder FAILPOINTS. The file is taken away first, so that of several processes one dies, once.
 * Without the variable it does nothing.
 */
export function failpoint(name: Failpoint): void {
  if (!folder) return;
  try {
    unlinkSync(join(folder, name));
  } catch {
    return; // not armed
  }
  process.kill(process.pid, 'SIGKILL');
}
