import type { Db } from '../orm.ts';
import { tellRelay } from '../outbox.ts';
import { lookUnasked } from '../senders/look-unasked.ts';
import type { Applied, StoredEvent } from './stored-event.ts';

/** Has the provider asked for what a webhook did not tell; the workflow settles the event if it still waits. */
export async function askProvider(em: Db, { id, workspaceId }: StoredEvent): Promise<void> {
  await tellRelay(em, { workspaceId, kind: 'openphone.fetch', key: id });
}

/** Why an event for a number that is not known here waits, and why it is given up. */
export const unknownNumberReason = 'unknown-number';

/** About ten seconds of tries: what came out of order is there by then. */
const patientTries = 5;

/**
 * Put off until the number is known. It may have been added there since: after some tries the account is
 * looked at, which brings its numbers; not for each event, since the key may never see that number.
 */
export async function unknownNumber(em: Db, event: StoredEvent): Promise<Applied> {
  const { workspaceId, providerAccountId: accountId, receivedAt: at } = event;
  if (event.attempts === patientTries) {
    await lookUnasked(em, { workspaceId, accountId, because: 'unknown number', at });
  }
  return { kind: 'later', reason: unknownNumberReason };
}

/** Put off until what it belongs to is there; after some tries the provider is asked for that. */
export async function later(em: Db, event: StoredEvent, reason: string): Promise<Applied> {
  if (event.attempts === patientTries) await askProvider(em, event);
  return { kind: 'later', reason };
}
