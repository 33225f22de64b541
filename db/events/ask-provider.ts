import type { Db } from '../orm.ts';
import { tellRelay } from '../outbox.ts';
import type { Applied, StoredEvent } from './stored-event.ts';

/** Has the provider asked for what a webhook did not tell; the workflow settles the event if it still waits. */
export async function askProvider(em: Db, { id, workspaceId }: StoredEvent): Promise<void> {
  await tellRelay(em, { workspaceId, kind: 'openphone.fetch', key: id });
}

/** About ten seconds of tries: what came out of order is there by then. */
const patientTries = 5;

/** Put off until what it belongs to is there; after some tries the provider is asked for that. */
export async function later(em: Db, event: StoredEvent, reason: string): Promise<Applied> {
  if (event.attempts === patientTries) await askProvider(em, event);
  return { kind: 'later', reason };
}
