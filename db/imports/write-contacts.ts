import { addressKey, type ContactAddress } from '#domain/contacts/address.ts';
import { zoneSources } from '#domain/contacts/zone.ts';
import type { ContactPlan } from '#domain/imports/outcome.ts';
import type { Db } from '../orm.ts';
import { jsonb, rows, run, sql } from '../sql.ts';
import { columnsOf } from './address-row.ts';

type Scope = { workspaceId: string };

/** Address ids by `phone:+1...`. */
export type AddressIds = ReadonlyMap<string, string>;

/**
 * Makes the addresses that are not there, and gives those that are a surer zone. All in the order of
 * their values: two transactions that touch the same numbers wait for each other, never in a circle.
 */
export async function writeAddresses(
  em: Db,
  { workspaceId }: Scope,
  addresses: readonly ContactAddress[],
): Promise<AddressIds> {
  const distinct = new Map(addresses.map((address) => [addressKey(address), address]));
  if (distinct.size === 0) return new Map();
  const found = await rows<{ key: string; id: string }>(
    em,
    sql`with wanted as (
      select * from jsonb_to_recordset(${jsonb([...distinct.values()].map(columnsOf))}) as w(kind text, value text,
        country text, region text, line_type text, zone text, zone_source text, zones text[])),
    written as (
      insert into address (workspace_id, kind, value, country, region, line_type, zone, zone_source, zones, created_at)
      select ${workspaceId}, kind, value, country, region, line_type, zone, zone_source, zones, workspace_now(${workspaceId})
      from wanted order by kind, value
      on conflict (workspace_id, kind, value) do update
        set zone = excluded.zone, zone_source = excluded.zone_source, zones = excluded.zones
        where coalesce(array_position(${[...zoneSources]}::text[], excluded.zone_source), 99)
          < coalesce(array_position(${[...zoneSources]}::text[], address.zone_source), 99)
      returning kind || ':' || value as key, id)
    select key, id from written
    union
    select a.kind || ':' || a.value, a.id from wanted w
      join address a on a.workspace_id = ${workspaceId} and a.kind = w.kind and a.value = w.value`,
  );
  return new Map(found.map((row) => [row.key, row.id]));
}

/** Makes the new contacts. */
export async function insertContacts(
  em: Db,
  { workspaceId }: Scope,
  plans: readonly ContactPlan[],
): Promise<void> {
  const made = plans.filter((plan) => plan.isNew);
  if (made.length === 0) return;
  await run(
    em,
    sql`insert into contact (id, workspace_id, first_name, last_name, company, language, street, city, region,
      postal_code, country, notes, fields, tags, source, created_at, updated_at)
    select n.id, ${workspaceId}, coalesce(n."firstName", ''), coalesce(n."lastName", ''), coalesce(n.company, ''),
      n.language, coalesce(n.street, ''), coalesce(n.city, ''), coalesce(n.region, ''), coalesce(n."postalCode", ''),
      n.country, coalesce(n.notes, ''), n.custom, n."addTags", 'import',
      coalesce(n."createdOn"::timestamp at time zone w.zone, workspace_now(w.id)), workspace_now(w.id)
    from jsonb_to_recordset(${jsonb(made.map(({ fields, ...plan }) => ({ ...fields, ...plan })))}) as n(id uuid,
      "firstName" text, "lastName" text, company text, language text, street text, city text, region text,
      "postalCode" text, country text, notes text, custom jsonb, "addTags" text[], "createdOn" date)
      join workspace w on w.id = ${workspaceId}`,
  );
}

/** Adds to contacts that are there; a plan that says nothing of a field leaves it as it is. */
export async function updateContacts(
  em: Db,
  { workspaceId }: Scope,
  plans: readonly ContactPlan[],
): Promise<void> {
  const changed = plans.filter((plan) => !plan.isNew && changesContact(plan));
  if (changed.length === 0) return;
  await run(
    em,
    sql`update contact c set first_name = coalesce(n."firstName", c.first_name), last_name = coalesce(n."lastName", c.last_name),
      company = coalesce(n.company, c.company), language = coalesce(n.language, c.language),
      street = coalesce(n.street, c.street), city = coalesce(n.city, c.city), region = coalesce(n.region, c.region),
      postal_code = coalesce(n."postalCode", c.postal_code), country = coalesce(n.country, c.country),
      notes = coalesce(n.notes, c.notes), fields = c.fields || n.custom,
      tags = c.tags || array(select t from unnest(n."addTags") t where t <> all(c.tags)),
      updated_at = workspace_now(c.workspace_id), revision = c.revision + 1
    from jsonb_to_recordset(${jsonb(changed.map(({ fields, ...plan }) => ({ ...fields, ...plan })))}) as n(id uuid,
      "firstName" text, "lastName" text, company text, language text, street text, city text, region text,
      "postalCode" text, country text, notes text, custom jsonb, "addTags" text[])
    where c.workspace_id = ${workspaceId} and c.id = n.id`,
  );
}

const changesContact = ({ fields, custom, addTags, addAddresses }: ContactPlan): boolean =>
  Object.keys(fields).length > 0 ||
  Object.keys(custom).length > 0 ||
  addTags.length > 0 ||
  addAddresses.length > 0;

/** Ties addresses to their contacts, and says which number is the one to write to. */
export async function linkAddresses(
  em: Db,
  { workspaceId }: Scope,
  plans: readonly ContactPlan[],
  ids: AddressIds,
): Promise<void> {
  const links = plans.flatMap((plan) =>
    [...plan.addAddresses, ...plan.updateAddresses].map((address, position) => ({
      contact_id: plan.id,
      address_id: ids.get(addressKey(address)),
      label: address.kind === 'email' ? 'email' : address.role,
      extension: address.kind === 'phone' ? address.extension : null,
      position,
    })),
  );
  if (links.length === 0) return;
  await run(
    em,
    sql`insert into contact_address (workspace_id, contact_id, address_id, label, extension, position, added_by)
    select ${workspaceId}, l.contact_id, l.address_id, l.label, l.extension, l.position + coalesce(
      (select max(ca.position) + 1 from contact_address ca where ca.workspace_id = ${workspaceId} and ca.contact_id = l.contact_id), 0),
      'import'
    from jsonb_to_recordset(${jsonb(links)}) as l(contact_id uuid, address_id uuid, label text, extension text, position integer)
    on conflict (workspace_id, contact_id, address_id) do update set label = excluded.label
      where contact_address.label <> excluded.label`,
  );
}
