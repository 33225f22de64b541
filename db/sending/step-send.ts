import type { Db } from '../orm.ts';
import { firstRow, sql } from '../sql.ts';

/** Which send of the ledger a step of a walk is, once it is there. */
export interface StepSend {
  sendId: string;
  workspaceId: string;
}

/**
 * The send of one step, put into the ledger at the first look.
 * Its intent is unique, so that a step can never be two sends.
 */
export async function stepSend(
  em: Db,
  step: { membershipId: string; stepId: string; visit: number; intentKey: string },
): Promise<StepSend | undefined> {
  return firstRow<StepSend>(
    em,
    sql`with made as (
      insert into send (workspace_id, intent_key, purpose, channel, state, contact_id, address_id, campaign_id, membership_id, step_id, visit)
      select workspace_id, ${step.intentKey}, 'marketing', 'sms', 'queued', contact_id, address_id, campaign_id, id, ${step.stepId}, ${step.visit}
      from membership where id = ${step.membershipId} and address_id is not null
      on conflict (workspace_id, intent_key) do nothing
      returning id, workspace_id)
    select id as "sendId", workspace_id as "workspaceId" from made
    union all
    select s.id, s.workspace_id from send s
    join membership m on m.workspace_id = s.workspace_id and m.id = ${step.membershipId}
    where s.intent_key = ${step.intentKey}
    limit 1`,
  );
}

/**
 * Takes the locks under which a send is decided, always in this order: the address (which every stop
 * takes too), then the workspace's pool of senders with its counts of the day.
 */
export async function lockSend(em: Db, sendId: string): Promise<void> {
  const locked = await firstRow(
    em,
    sql`select 1 as locked from send s
      join address a on a.workspace_id = s.workspace_id and a.id = s.address_id
      join sender_pool p on p.workspace_id = s.workspace_id
      where s.id = ${sendId} for no key update of a, p`,
  );
  if (!locked) throw new Error('A send needs an address and a pool of senders.');
}
