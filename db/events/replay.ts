import type { EventKind } from '#domain/inbox/event-kind.ts';
import { wakeAfterCommit } from '../notifier.ts';
import type { Db } from '../orm.ts';
import { firstRow, run, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';

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
  const replayed = await firstRow<{ kind: EventKind; accountId: string }>(
    em,
    sql`update provider_event set state = 'new', reason = null, attempts = 0, next_at = now()
    where workspace_id = ${workspaceId} and id = ${eventId} and state = 'dead'
    returning kind, provider_account_id as "accountId"`,
  );
  if (!replayed) return false;
  wakeAfterCommit(em, replayed.kind);
  await tellUi(em, { workspaceId, topic: 'sync', refId: replayed.accountId, kind: 'replayed' });
  return true;
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
