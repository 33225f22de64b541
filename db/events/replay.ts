import type { RawBuilder } from 'kysely';
import type { EventKind } from '#domain/inbox/event-kind.ts';
import { wakeAfterCommit } from '../notifier.ts';
import type { Db } from '../orm.ts';
import { firstRow, rows, run, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';
import { unknownNumberReason } from './ask-provider.ts';

/** A quarantined webhook as it came. */
export interface QuarantinedEvent {
  id: string;
  workspaceId: string;
  providerAccountId: string;
  provider: string;
  kind: string;
  url: string;
  headers: Record<string, string>;
  body: string;
  receivedAt: Date;
}

/**
 * Puts a dead letter back in line; its cause has been cured.
 * @returns false where it is none (any more)
 */
export async function replayEvent(
  em: Db,
  { workspaceId, eventId }: { workspaceId: string; eventId: string },
): Promise<boolean> {
  return (await putBack(em, workspaceId, sql`id = ${eventId}`)) > 0;
}

/** Puts those back in line that came for a number before it was known here. @returns how many */
export async function replayUnknown(
  em: Db,
  { workspaceId, accountId }: { workspaceId: string; accountId: string },
): Promise<number> {
  const which = sql`provider_account_id = ${accountId} and reason = ${unknownNumberReason}`;
  return putBack(em, workspaceId, which);
}

async function putBack(em: Db, workspaceId: string, which: RawBuilder<unknown>): Promise<number> {
  const replayed = await rows<{ kind: EventKind; accountId: string }>(
    em,
    sql`update provider_event set state = 'new', reason = null, attempts = 0, next_at = now()
    where workspace_id = ${workspaceId} and state = 'dead' and ${which}
    returning kind, provider_account_id as "accountId"`,
  );
  for (const kind of new Set(replayed.map((one) => one.kind))) wakeAfterCommit(em, kind);
  for (const refId of new Set(replayed.map((one) => one.accountId))) {
    await tellUi(em, { workspaceId, topic: 'sync', refId, kind: 'replayed' });
  }
  return replayed.length;
}

/** A webhook of the quarantine, with its row locked: whoever lets it in also removes it. */
export async function lockQuarantined(
  em: Db,
  { workspaceId, id }: { workspaceId: string; id: string },
): Promise<QuarantinedEvent | undefined> {
  return firstRow<QuarantinedEvent>(
    em,
    sql`select id, workspace_id as "workspaceId", provider_account_id as "providerAccountId", provider, kind, url, headers, body,
      received_at as "receivedAt"
    from quarantined_event where workspace_id = ${workspaceId} and id = ${id} for update`,
  );
}

export async function removeQuarantined(
  em: Db,
  { workspaceId, id }: { workspaceId: string; id: string },
): Promise<void> {
  await run(
    em,
    sql`delete from quarantined_event where workspace_id = ${workspaceId} and id = ${id}`,
  );
}
