import type { Db } from '../orm.ts';
import type { RawBuilder } from 'kysely';
import { firstRow, sql } from '../sql.ts';

interface Step {
  membershipId: string;
  stepId: string;
  visit: number;
  intentKey: string;
}

/**
 * The send of one step, put into the ledger at the first look and locked as lockSend does.
 * Its intent is unique, so that a step can never be two sends.
 * @returns its id; undefined where the person has no address any more
 */
export async function stepSend(em: Db, step: Step): Promise<string | undefined> {
  const made = await firstRow<{ id: string }>(
    em,
    sql`with made as (
      insert into send (workspace_id, intent_key, purpose, channel, state, contact_id, address_id, campaign_id, membership_id, step_id, visit)
      select workspace_id, ${step.intentKey}, 'marketing', 'sms', 'queued', contact_id, address_id, campaign_id, id, ${step.stepId}, ${step.visit}
      from membership where id = ${step.membershipId} and address_id is not null
      on conflict (workspace_id, intent_key) do nothing
      returning id, workspace_id, address_id)
    ${locked(sql`(select * from made union all ${stored(step)} limit 1)`)}`,
  );
  // Where another attempt was putting it there, only a statement that begins after that one's commit sees it.
  return made?.id ?? (await firstRow(em, locked(sql`(${stored(step)})`)))?.id;
}

const stored = ({ membershipId, intentKey }: Step) => sql`
  select s.id, s.workspace_id, s.address_id from send s
  join membership m on m.workspace_id = s.workspace_id and m.id = ${membershipId}
  where s.intent_key = ${intentKey}`;

/**
 * Takes the locks under which a send is decided, always in this order: the address (which every stop
 * takes too), then the workspace's pool of senders with its counts of the day.
 * @returns its id
 */
export async function lockSend(em: Db, sendId: string): Promise<string> {
  const send = await firstRow(
    em,
    locked(sql`(select id, workspace_id, address_id from send where id = ${sendId})`),
  );
  if (!send) throw new Error('A send needs an address and a pool of senders.');
  return send.id;
}

const locked = (send: RawBuilder<unknown>) => sql<{ id: string }>`select s.id from ${send} s
  join address a on a.workspace_id = s.workspace_id and a.id = s.address_id
  join sender_pool p on p.workspace_id = s.workspace_id
  for no key update of a, p`;
