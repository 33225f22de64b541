import { addressKey } from '#domain/contacts/address.ts';
import type { ContactPlan } from '#domain/imports/outcome.ts';
import type { AddressIds } from '../contacts/write-addresses.ts';
import type { Db } from '../orm.ts';
import { jsonb, run, sql } from '../sql.ts';

type Scope = { workspaceId: string };

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
      tags = c.tags || n."addTags",
      edited_fields = coalesce(n."editedFields", c.edited_fields),
      updated_at = workspace_now(c.workspace_id), revision = c.revision + 1
    from jsonb_to_recordset(${jsonb(changed.map(({ fields, ...plan }) => ({ ...fields, ...plan })))}) as n(id uuid,
      "firstName" text, "lastName" text, company text, language text, street text, city text, region text,
      "postalCode" text, country text, notes text, custom jsonb, "addTags" text[], "editedFields" text[])
    where c.workspace_id = ${workspaceId} and c.id = n.id`,
  );
}

// A surer zone or a role of an address is no change of the contact's own row.
const changesContact = (plan: ContactPlan): boolean =>
  Object.keys(plan.fields).length > 0 ||
  Object.keys(plan.custom).length > 0 ||
  plan.addTags.length > 0 ||
  plan.addAddresses.length > 0 ||
  plan.editedFields !== null;

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
      is_new: plan.isNew,
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
    select ${workspaceId}, l.contact_id, l.address_id, l.label, l.extension, l.position + case when l.is_new then 0 else coalesce(
      (select max(ca.position) + 1 from contact_address ca where ca.workspace_id = ${workspaceId} and ca.contact_id = l.contact_id), 0) end,
      'import'
    from jsonb_to_recordset(${jsonb(links)}) as l(contact_id uuid, is_new boolean, address_id uuid, label text, extension text, position integer)
    on conflict (workspace_id, contact_id, address_id) do update
      set label = excluded.label, extension = coalesce(contact_address.extension, excluded.extension)
      where (contact_address.label, contact_address.extension) is distinct from
        (excluded.label, coalesce(contact_address.extension, excluded.extension))`,
  );
}
