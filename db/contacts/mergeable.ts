import type { CustomFields, EditableField } from '#domain/contacts/fields.ts';
import type { Mergeable } from '#domain/contacts/merge.ts';
import type { Db } from '../orm.ts';
import { rows, sql } from '../sql.ts';
import { addressOf, type AddressRow } from './address-row.ts';

/** The columns of `contact c` that a merge looks at, for a query of them. */
export const mergeableColumns = sql`c.id, c.first_name as "firstName", c.last_name as "lastName", c.company, c.language,
  c.street, c.city, c.region, c.postal_code as "postalCode", c.country, c.notes, c.fields as custom, c.tags,
  c.edited_fields as "editedFields",
  (select coalesce(jsonb_agg(jsonb_build_object('kind', a.kind, 'value', a.value, 'label', ca.label,
      'extension', ca.extension, 'lineType', a.line_type, 'zone', a.zone, 'zones', a.zones, 'zoneSource', a.zone_source)
      order by ca.position), '[]')
    from contact_address ca join address a on a.workspace_id = ca.workspace_id and a.id = ca.address_id
    where ca.workspace_id = c.workspace_id and ca.contact_id = c.id) as addresses`;

export type MergeableRow = {
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
};

/** A row as the rules see a contact: null where nothing is known. */
export const mergeableOf = (row: MergeableRow): Mergeable => ({
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
  tags: row.tags,
  addresses: row.addresses.map(addressOf),
  editedFields: row.editedFields,
});

/** These contacts by their ids, without merged and erased ones; `lock` keeps them as they are. */
export async function mergeableContacts(
  em: Db,
  { workspaceId, ids, lock }: { workspaceId: string; ids: readonly string[]; lock: boolean },
): Promise<Map<string, Mergeable>> {
  const found = await rows(
    em,
    sql<MergeableRow>`select ${mergeableColumns} from contact c
    where c.workspace_id = ${workspaceId} and c.id = any(${[...ids]}::uuid[]) and c.merged_into is null and c.erased_at is null
    order by c.id ${lock ? sql`for no key update of c` : sql``}`,
  );
  return new Map(found.map((row) => [row.id, mergeableOf(row)]));
}
