import { createHash } from 'node:crypto';
import type { PastConversation } from '#domain/history/exchange.ts';
import { partyNumber } from '#domain/openphone/party-number.ts';
import type { Db } from '../orm.ts';
import { firstRow, jsonb, rows, run, sql } from '../sql.ts';
import { erasedAmong } from './erased-conversations.ts';
import { lockAddresses } from './parties.ts';
import { partyKey, pastContacts, type Party } from './past-contacts.ts';
import { survivorOf } from './survivor.ts';
import { askedWithin, type Written } from './written.ts';

/** A number of ours at the provider; `id` is that of its row. */
export interface OurNumber {
  id: string;
  /** The provider's id. */
  externalId: string;
  /** E.164. */
  value: string;
  senderId: string | null;
}

export interface ConversationPage {
  workspaceId: string;
  accountId: string;
  number: OurNumber;
  conversations: readonly PastConversation[];
}

interface Given extends Omit<PastConversation, 'participants'> {
  parties: readonly Party[];
  participants: string[];
  /** Its id while the provider had told none. */
  madeId: string;
}

/**
 * Writes conversations of one number, with their people as contacts and a conversation of ours for each;
 * a group lies with its first participant. Nobody is there before the first page that names them, and
 * what lies with somebody who was erased stays empty.
 * @returns `ids` of the rows in the order given, by the provider's ids; without those of the erased
 */
export async function writeConversations(
  em: Db,
  page: ConversationPage,
): Promise<Written & { ids: ReadonlyMap<string, string> }> {
  const { workspaceId, accountId, number } = page;
  const all = page.conversations.map((one) => givenOf(one, number)).filter(hasParties);
  const erased = await erasedAmong(em, page, all);
  const given = all.filter(({ providerId }) => !erased.has(providerId));
  const parties = given.flatMap((one) => one.parties);
  const numbers = parties.flatMap((party) => party.number ?? []);
  await lockAddresses(em, { workspaceId, numbers });
  const renamed = await takeRealIds(em, page, all);
  if (given.length === 0) return { written: 0, changed: renamed, ids: new Map() };
  const known = await knownIds(em, page, given);
  const added = given.filter((one) => !known.has(one.providerId));
  const contacts = await pastContacts(em, {
    workspaceId,
    accountId,
    senderId: number.senderId,
    parties: added.flatMap((one) => one.parties.slice(0, 1)),
  });
  const written = await upsert(em, page, given, contacts);
  await openConversations(em, page, given);
  return {
    written: added.length,
    changed: renamed + written.changed,
    ids: await knownIds(em, page, given),
  };
}

const hasParties = (one: Given): boolean => one.parties.length > 0;

function givenOf(conversation: PastConversation, number: OurNumber): Given {
  const participants = [...new Set(conversation.participants)].filter(Boolean).toSorted();
  const parties = participants.map((written) => ({
    written,
    number: partyNumber(written, number.value),
  }));
  return { ...conversation, participants, parties, madeId: madeId(number, parties) };
}

/** The id of a conversation whose own the provider has not told; it names nobody. */
export function madeId(number: Pick<OurNumber, 'externalId'>, parties: readonly Party[]): string {
  const who = parties.map(partyKey).toSorted().join(' ');
  const hash = createHash('sha256').update(`${number.externalId} ${who}`).digest('hex');
  return `made:${hash.slice(0, 24)}`;
}

/** A conversation that a message opened before the provider told its id. */
function takeRealIds(em: Db, page: ConversationPage, given: readonly Given[]): Promise<number> {
  return run(
    em,
    sql`update provider_conversation p set external_id = g."providerId"
    from jsonb_to_recordset(${jsonb(given)}) as g("providerId" text, "madeId" text)
    where p.workspace_id = ${page.workspaceId} and p.provider_account_id = ${page.accountId}
      and p.external_id = g."madeId" and g."providerId" <> g."madeId" and not exists (
        select from provider_conversation o where o.workspace_id = ${page.workspaceId}
          and o.provider_account_id = ${page.accountId} and o.external_id = g."providerId")`,
  );
}

async function knownIds(
  em: Db,
  { workspaceId, accountId }: ConversationPage,
  given: readonly Given[],
): Promise<ReadonlyMap<string, string>> {
  const found = await rows<{ id: string; externalId: string }>(
    em,
    sql`select id, external_id as "externalId" from provider_conversation
    where workspace_id = ${workspaceId} and provider_account_id = ${accountId}
      and external_id = any(${given.map(({ providerId }) => providerId)}::text[])`,
  );
  return new Map(found.map(({ id, externalId }) => [externalId, id]));
}

/** What is known keeps its contact, whoever has the number today. */
async function upsert(
  em: Db,
  { workspaceId, accountId, number }: ConversationPage,
  given: readonly Given[],
  contacts: ReadonlyMap<string, string>,
): Promise<{ changed: number }> {
  const wanted = given.map((one) => ({
    ...one,
    contactId: contacts.get(partyKey(one.parties[0]!)) ?? null,
  }));
  const row = await firstRow<{ changed: number }>(
    em,
    sql`with given as (
      select distinct on (g."providerId") g.*, coalesce(g."contactId", k.contact_id) as contact
      from jsonb_to_recordset(${jsonb(wanted)}) as g("providerId" text, participants text[], "contactId" uuid, name text,
        "assignedTo" text, "lastActivityAt" timestamptz, "deletedAt" timestamptz)
        left join provider_conversation k on k.provider_account_id = ${accountId} and k.external_id = g."providerId"
      order by g."providerId"),
    written as (
      insert into provider_conversation as p (workspace_id, provider_account_id, provider_number_id, external_id, participants,
        contact_id, name, assigned_to, last_activity_at, deleted_at)
      select ${workspaceId}::uuid, ${accountId}::uuid, ${number.id}::uuid, "providerId", participants,
        contact, name, "assignedTo", "lastActivityAt", "deletedAt" from given
      on conflict (provider_account_id, external_id) do update set name = excluded.name, assigned_to = excluded.assigned_to,
        participants = excluded.participants, deleted_at = excluded.deleted_at,
        last_activity_at = greatest(p.last_activity_at, excluded.last_activity_at)
      where (p.name, p.assigned_to, p.participants, p.deleted_at, p.last_activity_at) is distinct from (excluded.name,
        excluded.assigned_to, excluded.participants, excluded.deleted_at, greatest(p.last_activity_at, excluded.last_activity_at))
      returning old.id is not null as changed)
    select count(*) filter (where changed) as changed from written`,
  );
  return { changed: row?.changed ?? 0 };
}

/**
 * The conversation of ours for each, which only something said can open; and who takes part in it. One of
 * long ago is born done: nobody has to look at it again.
 */
async function openConversations(
  em: Db,
  { workspaceId, accountId }: ConversationPage,
  given: readonly Given[],
): Promise<void> {
  const active = given.filter((one) => one.lastActivityAt !== null);
  if (active.length === 0) return;
  const people = active.flatMap((one) =>
    one.parties.map(({ number }) => ({ providerId: one.providerId, number })),
  );
  const homes = sql`provider_conversation p cross join ${survivorOf(workspaceId, sql`p.contact_id`)} s
    where p.workspace_id = ${workspaceId} and p.provider_account_id = ${accountId} and s.erased_at is null
      and p.external_id = any(${active.map(({ providerId }) => providerId)}::text[])`;
  await run(
    em,
    sql`insert into conversation as v (workspace_id, contact_id, last_at, state)
    select ${workspaceId}::uuid, s.id, max(p.last_activity_at),
      case when max(p.last_activity_at) > now() - ${askedWithin} then 'open' else 'done' end
    from ${homes} group by s.id order by s.id
    on conflict (workspace_id, contact_id) do update set state = 'open'
      where v.last_interaction_id is null and v.state = 'done' and excluded.state = 'open'`,
  );
  await run(
    em,
    sql`insert into participant (workspace_id, conversation_id, address_id)
    select ${workspaceId}::uuid, v.id, a.id
    from (select p.external_id, s.id from ${homes}) home
      join conversation v on v.workspace_id = ${workspaceId} and v.contact_id = home.id
      join jsonb_to_recordset(${jsonb(people)}) as g("providerId" text, number text) on g."providerId" = home.external_id
      join address a on a.workspace_id = ${workspaceId} and a.kind = 'phone' and a.value = g.number
    order by v.id, a.id
    on conflict do nothing`,
  );
}
