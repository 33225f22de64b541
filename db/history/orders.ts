import {
  afterHistoryOrder,
  highestSpeed,
  type HistoryKind,
  type HistoryOrder,
  type HistoryState,
} from '#domain/history/run.ts';
import { recordOrder } from '../orders.ts';
import type { Db } from '../orm.ts';
import { tellRelay } from '../outbox.ts';
import { firstRow, run, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';
import { forgetProof } from './proof.ts';

export interface HistoryOrderGiven {
  orderId: string;
  workspaceId: string;
  userId: string;
  importId: string;
  order: HistoryOrder;
  /** With `speed`: requests a second. */
  perSecond?: number;
}

/**
 * Gives an order for an import of history.
 * @returns `refused` with the state it is in where the order may not be given now; null where it is not there
 */
export async function orderHistory(
  em: Db,
  given: HistoryOrderGiven,
): Promise<{ kind: 'given' | 'refused'; state: HistoryState } | null> {
  const { workspaceId, importId, order } = given;
  const found = await firstRow<{ state: HistoryState; kind: HistoryKind; busy: boolean }>(
    em,
    sql`select h.state, h.kind, exists (select from history_import o where o.workspace_id = h.workspace_id
        and o.provider_account_id = h.provider_account_id and o.id <> h.id and o.kind = 'whole'
        and o.state in ('running', 'paused')) as busy
    from history_import h where h.workspace_id = ${workspaceId} and h.id = ${importId} for no key update of h`,
  );
  if (!found) return null;
  const isNew = await recordOrder(em, {
    id: given.orderId,
    workspaceId,
    userId: given.userId,
    kind: `history.${order}`,
    subjectType: 'history_import',
    subjectId: importId,
    payload: given.perSecond === undefined ? {} : { perSecond: given.perSecond },
  });
  if (!isNew) return { kind: 'given', state: found.state };
  const state = afterHistoryOrder(found, order);
  // Of one account one whole walk is on its way at a time.
  const begins = state === 'running' && found.state !== 'running' && found.state !== 'paused';
  if (!state || (begins && found.kind === 'whole' && found.busy))
    return { kind: 'refused', state: found.state };
  await obey(em, given, state);
  await tellUi(em, { workspaceId, topic: 'history', refId: importId, kind: state });
  await tellRelay(em, { workspaceId, kind: 'history.wake', key: importId });
  return { kind: 'given', state };
}

async function obey(em: Db, given: HistoryOrderGiven, state: HistoryState): Promise<void> {
  const { workspaceId, importId, order } = given;
  const perSecond = Math.min(highestSpeed, Math.max(0.1, given.perSecond ?? highestSpeed));
  if (order === 'prove') await forgetProof(em, { workspaceId, importId });
  await run(
    em,
    sql`update history_import set state = ${state}, failure = null, waits_for = null,
      per_second = case when ${order === 'speed'} then ${perSecond} else per_second end,
      phase = case when ${order === 'prove'} then 'proof' when ${order === 'repair'} then 'repair' else phase end,
      finished_at = case when ${state === 'cancelled'} then now() end
    where workspace_id = ${workspaceId} and id = ${importId}`,
  );
}
