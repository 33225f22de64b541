import type { Provider } from '#domain/sending/refusals.ts';
import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';

/** An account whose provider is asked whether something is missing here. */
export interface WatchedAccount {
  workspaceId: string;
  provider: Provider;
  state: 'active' | 'paused' | 'refused';
  /** Of the workspace, IANA. */
  zone: string;
  /** Up to here nothing was missing at the last look; before the first look, when the account came. */
  knownUntil: Date;
}

/** Undefined where there is no such account. */
export async function watchedAccount(
  em: Db,
  { workspaceId, accountId }: { workspaceId?: string; accountId: string },
): Promise<WatchedAccount | undefined> {
  return firstRow<WatchedAccount>(
    em,
    sql`select a.workspace_id as "workspaceId", a.provider, a.state, w.zone, coalesce(a.known_until, a.created_at) as "knownUntil"
    from provider_account a join workspace w on w.id = a.workspace_id
    where a.id = ${accountId} and a.workspace_id = coalesce(${workspaceId ?? null}::uuid, a.workspace_id)`,
  );
}
