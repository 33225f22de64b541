import type { Db } from '../orm.ts';
import { firstRow, rows, run, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';

/** The last thing that was exchanged in a conversation, as a list of the provider tells it. */
export interface LastActivity {
  /** The provider's id of a message or call. */
  id: string;
  /** ISO 8601. */
  at: string;
}

/** Which of these we do not have, whoever told them. */
export async function missingActivity(
  em: Db,
  { workspaceId, accountId }: { workspaceId: string; accountId: string },
  activity: readonly LastActivity[],
): Promise<string[]> {
  if (activity.length === 0) return [];
  const found = await rows<{ id: string }>(
    em,
    sql`select a.id from unnest(${activity.map(({ id }) => id)}::text[]) as a(id)
    where not exists (select from interaction i where i.workspace_id = ${workspaceId}
      and i.provider_account_id = ${accountId} and i.provider_id = a.id)`,
  );
  return found.map(({ id }) => id);
}

/** The import of a gap that has not come to its end. */
export async function openGap(
  em: Db,
  { workspaceId, accountId }: { workspaceId: string; accountId: string },
): Promise<{ id: string; state: 'running' | 'paused' } | undefined> {
  return firstRow(
    em,
    sql<{ id: string; state: 'running' | 'paused' }>`select id, state from history_import
    where workspace_id = ${workspaceId} and provider_account_id = ${accountId} and kind = 'gap' and state in ('running', 'paused')
    order by created_at desc limit 1`,
  );
}

/** The provider was asked; `knownUntil` where all up to there is here. */
export async function recordWatch(
  em: Db,
  account: { workspaceId: string; accountId: string; knownUntil: Date | null },
): Promise<void> {
  const { workspaceId, accountId, knownUntil } = account;
  await run(
    em,
    sql`update provider_account set watched_at = now(), known_until = greatest(known_until, ${knownUntil})
    where workspace_id = ${workspaceId} and id = ${accountId}`,
  );
  await tellUi(em, { workspaceId, topic: 'sync', refId: accountId, kind: 'watched' });
}
