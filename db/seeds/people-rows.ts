import { areaCodeState } from '#domain/contacts/area-codes.ts';
import type { PhoneNumber } from '#domain/contacts/phone-number.ts';
import type { Db } from '../orm.ts';
import { jsonb, rows, run, sql } from '../sql.ts';
import type { Person } from './person.ts';

/** A person of the world as the database knows them. */
export interface SeededContact {
  id: string;
  addressId: string;
  firstName: string;
  lastName: string;
  phone: string;
}

interface Home {
  workspaceId: string;
  country: string;
  zone: string;
  language: string;
}

/** Writes people with their addresses, what they agreed to and who opted out. */
export async function addPeople(
  em: Db,
  home: Home,
  people: readonly Person[],
): Promise<SeededContact[]> {
  const listed = jsonb(people.map((person, place) => ({ place, ...person, ...zoned(person) })));
  await run(
    em,
    sql`
    insert into address (workspace_id, kind, value, country, region, line_type, zone, zone_source, zones)
    select distinct on (p.phone) ${home.workspaceId}::uuid, 'phone', p.phone, 'US', p.state, 'mobile-or-landline',
      ${home.zone}, 'postal-code', array[${home.zone}]
    from jsonb_to_recordset(${listed}) as p(phone text, state text)`,
  );
  await run(
    em,
    sql`
    insert into address (workspace_id, kind, value, zone, zone_source, zones)
    select ${home.workspaceId}::uuid, 'email', p.email, ${home.zone}, 'postal-code', array[${home.zone}]
    from jsonb_to_recordset(${listed}) as p(email text) where p.email is not null`,
  );
  const contacts = await rows<SeededContact>(
    em,
    sql`
    with listed as (
      select * from jsonb_to_recordset(${listed}) as p(place int, "firstName" text, "lastName" text, phone text, email text,
        street text, city text, region text, "postalCode" text, tags text[])
    ), made as (
      insert into contact (workspace_id, first_name, last_name, street, city, region, postal_code, country, zone, language, tags, source)
      select ${home.workspaceId}::uuid, "firstName", "lastName", street, city, region, "postalCode", ${home.country},
        ${home.zone}, ${home.language}, tags, 'import' from listed order by place
      returning id, first_name, last_name
    )
    select made.id, a.id as "addressId", listed."firstName", listed."lastName", listed.phone
    from listed
    join made on made.first_name = listed."firstName" and made.last_name = listed."lastName"
    join address a on a.workspace_id = ${home.workspaceId} and a.kind = 'phone' and a.value = listed.phone
    order by listed.place`,
  );
  await tieAddresses(em, home.workspaceId, contacts, people);
  await recordWishes(em, home.workspaceId, people);
  return contacts;
}

const zoned = (person: Person) => ({ state: areaCodeState(person.phone as PhoneNumber) });

async function tieAddresses(
  em: Db,
  workspaceId: string,
  contacts: readonly SeededContact[],
  people: readonly Person[],
): Promise<void> {
  const tied = contacts.map((contact, place) => ({
    contactId: contact.id,
    addressId: contact.addressId,
    email: people[place]?.email ?? null,
  }));
  await run(
    em,
    sql`
    insert into contact_address (workspace_id, contact_id, address_id, label, position, added_by)
    select ${workspaceId}::uuid, t."contactId", t."addressId", 'mobile', 0, 'import'
    from jsonb_to_recordset(${jsonb(tied)}) as t("contactId" uuid, "addressId" uuid)
    union all
    select ${workspaceId}::uuid, t."contactId", a.id, 'email', 1, 'import'
    from jsonb_to_recordset(${jsonb(tied)}) as t("contactId" uuid, email text)
    join address a on a.workspace_id = ${workspaceId} and a.kind = 'email' and a.value = t.email`,
  );
}

async function recordWishes(em: Db, workspaceId: string, people: readonly Person[]): Promise<void> {
  const wishes = jsonb(people.filter((person) => person.consent !== 'blank'));
  await run(
    em,
    sql`
    insert into consent (workspace_id, address_id, channel, status, basis, source, evidence, captured_at, recorded_at)
    select distinct on (a.id) a.workspace_id, a.id, 'sms', w.consent,
      case when w.consent = 'given' then 'prior-express-written' else '' end, 'form',
      jsonb_build_object('form', 'Estimate request'), workspace_now(a.workspace_id) - interval '200 days',
      workspace_now(a.workspace_id) - interval '200 days'
    from jsonb_to_recordset(${wishes}) as w(phone text, consent text)
    join address a on a.workspace_id = ${workspaceId} and a.kind = 'phone' and a.value = w.phone`,
  );
  const stopped = people.filter((person) => person.stopped).map((person) => person.phone);
  await run(
    em,
    sql`
    insert into suppression (workspace_id, address_id, channel, reason, evidence, recorded_at)
    select workspace_id, id, 'sms', 'keyword', ${{ keyword: 'STOP' }}::jsonb, workspace_now(workspace_id) - interval '20 days'
    from address where workspace_id = ${workspaceId} and kind = 'phone' and value = any(${stopped})`,
  );
}
