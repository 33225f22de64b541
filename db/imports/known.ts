import type { AddressKey } from '#domain/contacts/address.ts';
import type { CustomFields, EditableField } from '#domain/contacts/fields.ts';
import type { KnownConsent, KnownContact } from '#domain/imports/outcome.ts';
import type { Db } from '../orm.ts';
import { rows, sql } from '../sql.ts';
import { addressOf, type AddressRow } from '../contacts/address-row.ts';

type ContactRow = {
  id: string;
  firstName: string;
  lastName: string;
  company: string;
  language: string | null;
  street: string;
  city: string;
  region: string;
  postalCode: string;
  country: string | null;
  notes: string;
  custom: CustomFields;
  tags: string[];
  editedFields: EditableField[];
  addresses: AddressRow[];
  isOfThisImport: boolean;
};

/**
 * The contacts behind these addresses, with all that an import may change. Their rows are locked, so
 * that a person's edit comes wholly before or wholly after.
 */
export async function knownContacts(
  em: Db,
  input: { workspaceId: string; runId: string; keys: readonly AddressKey[]; lock: boolean },
): Promise<KnownContact[]> {
  const { workspaceId, runId, keys, lock } = input;
  const found = await rows<ContactRow>(
    em,
    sql`with people as (
      select distinct ca.contact_id from unnest(${kindsOf(keys)}::text[], ${valuesOf(keys)}::text[]) as k(kind, value)
        join address a on a.workspace_id = ${workspaceId} and a.kind = k.kind and a.value = k.value
        join contact_address ca on ca.workspace_id = a.workspace_id and ca.address_id = a.id)
    select c.id, c.first_name as "firstName", c.last_name as "lastName", c.company, c.language, c.street, c.city,
      c.region, c.postal_code as "postalCode", c.country, c.notes, c.fields as custom, c.tags,
      c.edited_fields as "editedFields",
      (select coalesce(jsonb_agg(jsonb_build_object('kind', a.kind, 'value', a.value, 'label', ca.label,
          'extension', ca.extension, 'lineType', a.line_type, 'zone', a.zone, 'zones', a.zones, 'zoneSource', a.zone_source)
          order by ca.position), '[]')
        from contact_address ca join address a on a.workspace_id = ca.workspace_id and a.id = ca.address_id
        where ca.workspace_id = c.workspace_id and ca.contact_id = c.id) as addresses,
      exists (select from import_row r where r.workspace_id = c.workspace_id and r.contact_id = c.id
        and r.import_run_id = ${runId} and r.outcome = 'created') as "isOfThisImport"
    from contact c join people on people.contact_id = c.id
    where c.workspace_id = ${workspaceId} and c.merged_into is null and c.erased_at is null
    order by c.created_at, c.id ${lock ? sql`for no key update of c` : sql``}`,
  );
  return found.map(knownContact);
}

const knownContact = (row: ContactRow): KnownContact => ({
  id: row.id,
  fields: {
    firstName: row.firstName || null,
    lastName: row.lastName || null,
    company: row.company || null,
    language: row.language,
    street: row.street || null,
    city: row.city || null,
    region: row.region || null,
    postalCode: row.postalCode || null,
    country: row.country,
    notes: row.notes || null,
  },
  custom: row.custom,
  // What a person took away counts as there, so that a list does not bring it back.
  tags: [...row.tags, ...row.editedFields.flatMap(removedTag)],
  addresses: row.addresses.map(addressOf),
  editedFields: row.editedFields,
  isOfThisImport: row.isOfThisImport,
});

const removedTag = (name: string): string[] => (name.startsWith('tag.') ? [name.slice(4)] : []);

/** What is recorded of texts to these addresses; `lock` keeps a START from coming in between. */
export async function knownConsents(
  em: Db,
  input: { workspaceId: string; keys: readonly AddressKey[]; lock: boolean },
): Promise<KnownConsent[]> {
  const { workspaceId, keys, lock } = input;
  const asked = sql`unnest(${kindsOf(keys)}::text[], ${valuesOf(keys)}::text[]) as k(kind, value)
    join address a on a.workspace_id = ${workspaceId} and a.kind = k.kind and a.value = k.value`;
  if (lock) {
    await rows(em, sql`select 1 from ${asked} order by a.kind, a.value for no key update of a`);
  }
  return rows(
    em,
    sql<KnownConsent>`select a.kind || ':' || a.value as address, coalesce(a.consents->>'sms', 'blank') as consent,
      a.blocked && '{*,sms}' as suppressed,
      (select max(s.recorded_at at time zone w.zone)::date::text from suppression s
        where s.workspace_id = a.workspace_id and s.address_id = a.id and s.lifted_by is not null
          and coalesce(s.channel, 'sms') = 'sms') as "liftedOn"
    from ${asked} join workspace w on w.id = a.workspace_id`,
  );
}

const kindsOf = (keys: readonly AddressKey[]) => keys.map((key) => key.slice(0, key.indexOf(':')));
const valuesOf = (keys: readonly AddressKey[]) =>
  keys.map((key) => key.slice(key.indexOf(':') + 1));
