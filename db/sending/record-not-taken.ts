import type { Db } from '../orm.ts';
import { run, sql } from '../sql.ts';
import type { SendRow } from './send-facts.ts';
import { lockSend } from './step-send.ts';

/**
 * Nothing was taken, and it may be tried again: back to waiting, with the reason. Number, workspace and
 * campaign have one more left of the day on which it was let go.
 */
export async function recordNotTaken(em: Db, row: SendRow, code: string): Promise<void> {
  // Counts of the day move under the locks of the gate only.
  await lockSend(em, row.send.id);
  await run(
    em,
    sql`with back as (
      update send set state = 'held', error_code = ${code}, held_until = null, call_deadline_at = null, looked_at = null, updated_at = now()
      where id = ${row.send.id} and state in ('sending', 'unconfirmed')
      returning workspace_id, sender_id, campaign_id, purpose, decided_at),
    given_back as (
      select b.*, (b.decided_at at time zone w.zone)::date as day, (b.decided_at at time zone (k.send_window->>'zone'))::date as campaign_day
      from back b join workspace w on w.id = b.workspace_id
        left join campaign k on k.workspace_id = b.workspace_id and k.id = b.campaign_id
      where b.purpose = 'marketing'),
    of_sender as (
      update sender_day d set sent = greatest(d.sent - 1, 0) from given_back b
      where d.workspace_id = b.workspace_id and d.sender_id = b.sender_id and d.day = b.day),
    of_workspace as (
      update workspace_day d set sent = greatest(d.sent - 1, 0) from given_back b where d.workspace_id = b.workspace_id and d.day = b.day)
    update campaign_day d set sent = greatest(d.sent - 1, 0) from given_back b
    where d.workspace_id = b.workspace_id and d.campaign_id = b.campaign_id and d.day = b.campaign_day`,
  );
}
