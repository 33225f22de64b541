import { refusesAccount } from '#domain/sending/account-refusal.ts';
import type { Db } from '../orm.ts';
import { recordOrderResult } from '../orders.ts';
import { firstRow, sql } from '../sql.ts';
import { tellUi } from '../ui-events.ts';
import { wakeParked } from './wake-parked.ts';

/**
 * Writes down what the provider said of an account. A refused one sends no more until a look finds it
 * well; then whoever waited for its numbers is looked at again. Safe to repeat.
 * @param result `ok` or a code
 */
export async function recordCheck(
  em: Db,
  { accountId, orderId, result }: { accountId: string; orderId: string; result: string },
): Promise<void> {
  const isRefused = refusesAccount(result);
  const account = await firstRow<{ workspaceId: string; before: string; state: string }>(
    em,
    sql`update provider_account a set checked_at = workspace_now(a.workspace_id), check_result = ${result},
      state = case when ${isRefused} and a.state = 'active' then 'refused' when ${result === 'ok'} and a.state = 'refused' then 'active' else a.state end
    from (select id, state from provider_account where id = ${accountId} for no key update) old
    where a.id = old.id
    returning a.workspace_id as "workspaceId", old.state as before, a.state`,
  );
  if (!account) return;
  const { workspaceId, before, state } = account;
  await recordOrderResult(em, orderId, { result });
  if (before === 'refused' && state === 'active') await wakeParked(em, workspaceId);
  await tellUi(em, { workspaceId, topic: 'senders', refId: accountId, kind: 'checked' });
}
