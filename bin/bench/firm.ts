import { orderCampaign } from '#db/campaigns/orders.ts';
import { openSession } from '#db/access/sessions.ts';
import type { Db } from '#db/orm.ts';
import { account, type AlderAndTide } from '#db/seeds/alder-and-tide/firm.ts';
import { addCampaign, addSequence } from '#db/seeds/outreach-rows.ts';
import { createWorld } from '#db/seeds/world.ts';
import { run, sql } from '#db/sql.ts';
import type { Block } from '#domain/sequences/step.ts';
import { areaCodes } from './area-codes.ts';
import { appSecret, type Office } from './office.ts';

/** A working Tuesday, ten in the morning in Portsmouth: nothing is held by the hour. */
const tuesdayTen = new Date('2026-12-01T15:00:00Z');

export interface BenchFirm extends AlderAndTide {
  office: Office;
  /** Header of somebody who is signed in. */
  cookie: string;
}

/** The demo's firm with limits out of the way, so that nothing but the machine bounds what is measured. */
export async function openFirm(office: Office): Promise<BenchFirm> {
  const { alder } = await createWorld(office.database, { appSecret });
  const token = await office.database.transaction(async (em) => {
    await liftLimits(em, alder.workspaceId);
    return openSession(em, {
      userId: alder.dana.id,
      workspaceId: alder.workspaceId,
      userAgent: 'bench',
      ip: null,
    });
  });
  await tellSandbox(office);
  return { ...alder, office, cookie: `throughline=${token}` };
}

async function liftLimits(em: Db, workspaceId: string): Promise<void> {
  await run(
    em,
    sql`update workspace set daily_limit = 1000000,
      clock_offset_ms = (extract(epoch from ${tuesdayTen}::timestamptz - clock_timestamp()) * 1000)::bigint
    where id = ${workspaceId}`,
  );
  await run(
    em,
    sql`update sender set rate_per_second = 1000, daily_cap = 1000000 where workspace_id = ${workspaceId}`,
  );
  // One message a day is the most that a person gets: each counts as one of last week.
  await run(
    em,
    sql`create function sent_last_week() returns trigger language plpgsql as $$
      begin new.decided_at = new.decided_at - interval '8 days'; return new; end $$`,
  );
  await run(
    em,
    sql`create trigger sent_last_week before update of decided_at on send for each row
      when (new.decided_at is distinct from old.decided_at) execute function sent_last_week()`,
  );
}

/** The account with its numbers, faster than they are in life. */
async function tellSandbox({ sandbox, pids }: Office): Promise<void> {
  if (!pids.has('sandbox')) return;
  await call(`${sandbox}/sandbox/accounts`, 'POST', {
    sid: account.sid,
    token: account.token,
    webhook: { messages: `/webhooks/twilio/${account.key}/messages` },
    numbers: account.senders.map(({ value }) => ({
      number: value,
      confirms: 'us',
      ratePerSecond: 1000,
    })),
  });
}

/** Whether the sandbox tells what becomes of messages. */
export const setCallbacks = ({ sandbox }: Office, on: boolean) =>
  call(`${sandbox}/sandbox/faults`, 'PUT', on ? {} : { loseCallbacks: 1 });

async function call(url: string, method: string, body: object): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(url, { method, headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url} says ${answer.status}: ${await answer.text()}`);
}

/** Where a crowd lives. */
export interface Home {
  areaCodes: readonly string[];
  city: string;
  region: string;
  zone: string;
}

const portsmouth: Home = {
  areaCodes,
  city: 'Portsmouth',
  region: 'NH',
  zone: 'America/New_York',
};

/** People with a mobile number and a consent, who are known by a tag alone. */
export async function addCrowd(
  em: Db,
  firm: { workspaceId: string },
  { tag, people, home = portsmouth }: { tag: string; people: number; home?: Home },
): Promise<void> {
  const { city, region, zone } = home;
  // 555-0100 to 555-0159 in as many area codes as it takes: above lie the firm's own numbers.
  await run(
    em,
    sql`with number as (
      select row_number() over () as n, value from (
        select '+1' || code || '55501' || lpad(line::text, 2, '0') as value
        from unnest(${[...home.areaCodes]}::text[]) code, generate_series(0, 59) line
      ) possible
      where not exists (select from address a where a.workspace_id = ${firm.workspaceId} and a.kind = 'phone' and a.value = possible.value)
      limit ${people}
    ), person as (
      insert into contact (workspace_id, first_name, last_name, city, country, zone, language, tags, source)
      select ${firm.workspaceId}::uuid, 'Person', n::text, ${city}, 'US', ${zone}, 'en', array[${tag}::text], 'import'
      from number returning id, last_name
    ), phone as (
      insert into address (workspace_id, kind, value, country, region, line_type, zone, zone_source, zones)
      select ${firm.workspaceId}::uuid, 'phone', value, 'US', ${region}, 'mobile', ${zone}, 'postal-code', array[${zone}::text]
      from number returning id, value
    )
    insert into contact_address (workspace_id, contact_id, address_id, label, added_by)
    select ${firm.workspaceId}::uuid, person.id, phone.id, 'mobile', 'import'
    from number join person on person.last_name = number.n::text join phone using (value)`,
  );
  await run(
    em,
    sql`insert into consent (workspace_id, address_id, channel, status, basis, source)
    select a.workspace_id, a.id, 'sms', 'given', 'prior-express-written', 'form'
    from contact c
    join contact_address ca on ca.workspace_id = c.workspace_id and ca.contact_id = c.id
    join address a on a.workspace_id = ca.workspace_id and a.id = ca.address_id
    where c.workspace_id = ${firm.workspaceId} and c.tags @> array[${tag}::text]`,
  );
}

/** A campaign for everybody of a tag, ready to be launched. */
export async function addDraft(
  em: Db,
  firm: BenchFirm,
  { tag, blocks }: { tag: string; blocks: readonly Block[] },
): Promise<string> {
  const { workspaceId, maren } = firm;
  const sequence = await addSequence(em, { workspaceId, by: maren.id, name: tag, blocks });
  return addCampaign(em, {
    ...sequence,
    workspaceId,
    by: maren.id,
    name: tag,
    tags: [tag],
    window: { days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 1440, zone: 'America/New_York' },
    dailyLimit: 1_000_000,
  });
}

/** The order that a person gives on the review page. */
export async function launch(firm: BenchFirm, campaignId: string): Promise<void> {
  const { workspaceId, maren, office } = firm;
  const order = { workspaceId, userId: maren.id, orderId: crypto.randomUUID(), campaignId };
  const outcome = await office.database.transaction((em) => orderCampaign(em, 'launch', order));
  if (outcome.kind !== 'done') throw new Error(`The campaign is not launched: ${outcome.kind}.`);
}
