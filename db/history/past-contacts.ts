import { v7 as uuidv7 } from 'uuid';
import type { PhoneNumber } from '#domain/contacts/phone-number.ts';
import type { Db } from '../orm.ts';
import { jsonb, rows, run, sql } from '../sql.ts';

/** The other side of a conversation as the provider wrote it, with its number where it has one. */
export interface Party {
  written: string;
  number: PhoneNumber | null;
}

export interface PartiesOf {
  workspaceId: string;
  accountId: string;
  /** The number of ours that they exchange with. */
  senderId: string | null;
  parties: readonly Party[];
}

/** What tells one party from another: the number, or the words where there is none. */
export const partyKey = ({ number, written }: Party): string => number ?? written;

/**
 * The contacts of these parties, made where there are none; the caller holds the locks of their
 * addresses. Of those who share a number, whose it is goes by the same rules as for a message of this
 * moment (see contactOf). Who has no number is a contact without address, named as the provider wrote.
 * @returns contact ids by `partyKey`
 */
export async function pastContacts(em: Db, of: PartiesOf): Promise<ReadonlyMap<string, string>> {
  const known = await knownContacts(em, of);
  const missing = new Map(
    of.parties.filter((party) => !known.has(partyKey(party))).map((one) => [partyKey(one), one]),
  );
  const made = [...missing].map(([key, party]) => ({ key, id: uuidv7(), ...party }));
  await makeContacts(em, of.workspaceId, made);
  return new Map([...known, ...made.map(({ key, id }) => [key, id] as const)]);
}

async function knownContacts(em: Db, of: PartiesOf): Promise<ReadonlyMap<string, string>> {
  const { workspaceId, accountId, senderId, parties } = of;
  const numbers = parties.flatMap(({ number }) => number ?? []);
  const words = parties.flatMap(({ number, written }) => (number ? [] : [written]));
  const found = await rows<{ key: string; id: string }>(
    em,
    sql`with recursive asked as (
      select id, value from address where workspace_id = ${workspaceId} and kind = 'phone' and value = any(${numbers}::text[])),
    candidate as (
      select a.value as key, s.contact_id, case when s.sender_id = ${senderId} then 1 else 2 end as rank, s.decided_at as at
      from asked a join send s on s.workspace_id = ${workspaceId} and s.address_id = a.id
      where s.contact_id is not null and s.state not in ('queued', 'held', 'parked', 'dropped', 'refused')
      union all
      select a.value, ca.contact_id, 3 + ca.position, null
      from asked a join contact_address ca on ca.workspace_id = ${workspaceId} and ca.address_id = a.id
      union all
      select p.participants[1], p.contact_id, 1, null from provider_conversation p
      where p.workspace_id = ${workspaceId} and p.provider_account_id = ${accountId} and p.participants[1] = any(${words}::text[])),
    survivor as (
      select k.key, c.id, c.merged_into, c.erased_at, k.rank, k.at from candidate k
      join contact c on c.workspace_id = ${workspaceId} and c.id = k.contact_id
      union all
      select s.key, c.id, c.merged_into, c.erased_at, s.rank, s.at from survivor s
      join contact c on c.workspace_id = ${workspaceId} and c.id = s.merged_into)
    select distinct on (key) key, id from survivor where merged_into is null and erased_at is null
    order by key, rank, at desc nulls last, id`,
  );
  return new Map(found.map(({ key, id }) => [key, id]));
}

async function makeContacts(
  em: Db,
  workspaceId: string,
  made: readonly (Party & { id: string })[],
): Promise<void> {
  if (made.length === 0) return;
  const given = sql`jsonb_to_recordset(${jsonb(made)}) as g(id uuid, written text, number text)
    left join address a on a.workspace_id = ${workspaceId} and a.kind = 'phone' and a.value = g.number`;
  await run(
    em,
    sql`insert into contact (id, workspace_id, source, first_name, country, created_at, updated_at)
    select g.id, ${workspaceId}::uuid, 'history', case when g.number is null then g.written else '' end, a.country,
      workspace_now(${workspaceId}), workspace_now(${workspaceId})
    from ${given}`,
  );
  await run(
    em,
    sql`insert into contact_address (workspace_id, contact_id, address_id, added_by)
    select ${workspaceId}::uuid, g.id, a.id, 'history' from ${given} where a.id is not null`,
  );
}
