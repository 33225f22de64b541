import type { Database, Db } from '#db/orm.ts';
import { run, sql } from '#db/sql.ts';
import type { BenchFirm } from './firm.ts';

/** As many people as 555-0100 to 555-0199 give in 500 area codes. */
export const people = 50_000;
export const textsAPerson = 5;

/**
 * Years of an inbox: every twentieth conversation is open or snoozed, the others are done; half of the
 * open ones wait for an answer, a third has somebody who sees to it, half have been read.
 */
export async function fillInbox(database: Database, firm: BenchFirm): Promise<void> {
  for (const add of [addPeople, tieAddresses, addConversations, addTexts, addReads]) {
    await add(database.fork(), firm);
    // Without figures the planner joins a hundred thousand rows one by one.
    await run(database.fork(), sql`vacuum analyze`);
  }
}

async function addPeople(em: Db, { workspaceId }: BenchFirm): Promise<void> {
  await run(
    em,
    sql`insert into contact (workspace_id, first_name, last_name, company, city, country, zone, language, tags, source)
    select ${workspaceId}::uuid, (array['Ada', 'Ben', 'Cleo', 'Dov', 'Edda', 'Finn', 'Gwen', 'Hugo'])[1 + n % 8], 'Volume ' || n,
      case when n % 7 = 0 then 'Firm ' || n else '' end, 'Portsmouth', 'US', 'America/New_York', 'en', array['volume'], 'import'
    from generate_series(1, ${people}::int) n`,
  );
  await run(
    em,
    sql`insert into address (workspace_id, kind, value, country, region, line_type, zone, zone_source, zones)
    select ${workspaceId}::uuid, 'phone', '+1' || (200 + (n - 1) / 100)::text || '55501' || lpad(((n - 1) % 100)::text, 2, '0'),
      'US', 'NH', 'mobile', 'America/New_York', 'postal-code', array['America/New_York']
    from generate_series(1, ${people}::int) n
    on conflict do nothing`,
  );
}

async function tieAddresses(em: Db, { workspaceId }: BenchFirm): Promise<void> {
  await run(
    em,
    sql`insert into contact_address (workspace_id, contact_id, address_id, label, added_by)
    select c.workspace_id, c.id, a.id, 'mobile', 'import'
    from (select workspace_id, id, row_number() over (order by id) as n from contact where workspace_id = ${workspaceId} and tags @> '{volume}') c
    join (select id, row_number() over (order by id) as n from address where workspace_id = ${workspaceId} and kind = 'phone') a using (n)`,
  );
}

async function addConversations(em: Db, { workspaceId, dana }: BenchFirm): Promise<void> {
  await run(
    em,
    sql`insert into conversation (workspace_id, contact_id, state, snoozed_until, assignee_id, last_at, last_inbound_at, last_channel,
      last_direction, preview, needs_reply)
    select workspace_id, id, state, case when state = 'snoozed' then now() + interval '2 days' end,
      case when n % 60 < 20 and state <> 'done' then ${dana.id}::uuid end, at, at, 'sms', 'in', 'Could you come on Thursday morning instead?',
      state = 'open' and n % 40 = 0
    from (select workspace_id, id, n, workspace_now(workspace_id) - n * interval '3 minutes' as at,
        case when n % 20 <> 0 then 'done' when n % 100 = 0 then 'snoozed' else 'open' end as state
      from (select workspace_id, id, row_number() over (order by id) as n from contact
        where workspace_id = ${workspaceId} and tags @> '{volume}') person) c`,
  );
}

async function addTexts(em: Db, { workspaceId, senders, accountId }: BenchFirm): Promise<void> {
  await run(
    em,
    sql`insert into interaction (workspace_id, conversation_id, contact_id, kind, channel, direction, body, at, address_id, sender_id,
      provider_account_id, provider_id, state)
    select v.workspace_id, v.id, v.contact_id, 'message', 'sms', case when n % 2 = 1 then 'in' else 'out' end,
      'Message ' || n || ': ' || (array['the gutter leaks again', 'could you come on Thursday morning', 'here is the price that you asked for',
        'thank you, that suits us well', 'we are away until the ninth'])[1 + (n + abs(hashtext(v.id::text))) % 5],
      v.last_at - (${textsAPerson}::int - n) * interval '7 hours', ca.address_id, ${senders[0]?.id}::uuid, ${accountId}::uuid,
      'SMvolume' || v.id || n, case when n % 2 = 0 then 'delivered' end
    from conversation v
    join contact c on c.workspace_id = v.workspace_id and c.id = v.contact_id and c.tags @> '{volume}'
    join contact_address ca on ca.workspace_id = v.workspace_id and ca.contact_id = v.contact_id
    cross join generate_series(1, ${textsAPerson}::int) n
    where v.workspace_id = ${workspaceId}`,
  );
}

async function addReads(em: Db, { workspaceId, dana }: BenchFirm): Promise<void> {
  await run(
    em,
    sql`insert into conversation_read (workspace_id, conversation_id, user_id, read_at)
    select workspace_id, id, ${dana.id}, last_at from conversation
    where workspace_id = ${workspaceId} and (hashtext(id::text) & 1) = 0 on conflict do nothing`,
  );
}
