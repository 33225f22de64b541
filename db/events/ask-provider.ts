import type { EventKind } from '#domain/inbox/event-kind.ts';
import { wakeAfterCommit } from '../notifier.ts';
import type { Db } from '../orm.ts';
import { tellRelay } from '../outbox.ts';
import { rows, sql } from '../sql.ts';
import type { Applied, StoredEvent } from './stored-event.ts';

/** Has the provider asked for what a webhook did not tell; the workflow settles the event if it still waits. */
export async function askProvider(em: Db, { id, workspaceId }: StoredEvent): Promise<void> {
  await tellRelay(em, { workspaceId, kind: 'openphone.fetch', key: id });
}

const unknown = 'unknown-number';

/** About ten seconds of tries: what came out of order is there by then. */
const patientTries = 5;

/**
 * Put off until the number is known. It may have been added there since: after some tries the account is
 * looked at, which brings its numbers.
 */
export async function unknownNumber(em: Db, event: StoredEvent): Promise<Applied> {
  const { id: orderId, workspaceId, providerAccountId: key } = event;
  if (event.attempts === patientTries) {
    await tellRelay(em, { workspaceId, kind: 'account.check', key, payload: { orderId } });
  }
  return { kind: 'later', reason: unknown };
}

/** Puts those back in line that came for a number before it was known here. */
export async function replayUnknown(
  em: Db,
  { workspaceId, accountId }: { workspaceId: string; accountId: string },
): Promise<void> {
  const replayed = await rows<{ kind: EventKind }>(
    em,
    sql`update provider_event set state = 'new', reason = null, attempts = 0, next_at = now()
    where workspace_id = ${workspaceId} and provider_account_id = ${accountId} and state = 'dead' and reason = ${unknown}
    returning kind`,
  );
  for (const { kind } of replayed) wakeAfterCommit(em, kind);
}

/** Put off until what it belongs to is there; after some tries the provider is asked for that. */
export async function later(em: Db, event: StoredEvent, reason: string): Promise<Applied> {
  if (event.attempts === patientTries) await askProvider(em, event);
  return { kind: 'later', reason };
}
