import { usualSpeed, type HistoryKind } from '#domain/history/run.ts';
import { recordOrder } from '../orders.ts';
import type { Db } from '../orm.ts';
import { tellRelay } from '../outbox.ts';
import { firstRow, run, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';

export interface NewHistoryImport {
  /** Also the id of the order, where a person gives it: a double click imports once. */
  id: string;
  workspaceId: string;
  accountId: string;
  kind: HistoryKind;
  /** Only what moved since is walked; null is everything. */
  since: Date | null;
  userId?: string | null;
  /** Requests a second. */
  perSecond?: number;
}

/**
 * Writes an import down, and has the workflow of a whole one started.
 * @returns `busy` where a whole import of the account is on its way: a second one would only ask for the same
 */
export async function openHistoryImport(
  em: Db,
  opened: NewHistoryImport,
): Promise<'opened' | 'busy' | 'no-account'> {
  const { id, workspaceId, accountId, kind, since, userId = null } = opened;
  const account = await firstRow(
    em,
    sql`select 1 as one from provider_account where workspace_id = ${workspaceId} and id = ${accountId}
      and provider = 'openphone' for no key update`,
  );
  if (!account) return 'no-account';
  if (kind === 'whole' && (await isBusy(em, opened))) return 'busy';
  if (userId !== null && !(await recordOrder(em, orderOf(opened, userId)))) return 'opened';
  await run(
    em,
    sql`insert into history_import (id, workspace_id, provider_account_id, kind, since, until, per_second, created_by)
    values (${id}, ${workspaceId}, ${accountId}, ${kind}, ${since}, now(), ${opened.perSecond ?? usualSpeed}, ${userId})
    on conflict (id) do nothing`,
  );
  await tellUi(em, { workspaceId, topic: 'history', refId: id, kind: 'created' });
  // Nightly walks and gaps are children of the workflow that has opened them.
  if (kind === 'whole') await tellRelay(em, { workspaceId, kind: 'history.wake', key: id });
  return 'opened';
}

async function isBusy(em: Db, { id, workspaceId, accountId }: NewHistoryImport): Promise<boolean> {
  const found = await firstRow(
    em,
    sql`select 1 as one from history_import where workspace_id = ${workspaceId} and provider_account_id = ${accountId}
      and kind = 'whole' and state in ('running', 'paused') and id <> ${id} limit 1`,
  );
  return found !== undefined;
}

const orderOf = ({ id, workspaceId, accountId }: NewHistoryImport, userId: string) => ({
  id,
  workspaceId,
  userId,
  kind: 'history.import',
  subjectType: 'history_import',
  subjectId: id,
  payload: { accountId },
});
