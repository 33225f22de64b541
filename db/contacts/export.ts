import type { ContactFilter } from '#domain/contacts/filter.ts';
import type { CustomFields } from '#domain/contacts/fields.ts';
import type { Db } from '../orm.ts';
import { rows, sql } from '../sql.ts';
import { contactConditions } from './filter.ts';

/** A contact as a file of contacts shows it. */
export interface ExportedContact {
  id: string;
  firstName: string;
  lastName: string;
  company: string;
  street: string;
  city: string;
  region: string;
  postalCode: string;
  country: string | null;
  language: string | null;
  notes: string;
  tags: string[];
  custom: CustomFields;
  createdAt: Date;
  phones: { value: string; label: string; consent: string | null; blocked: boolean }[];
  emails: string[];
}

const AT_ONCE = 1000;

/** All contacts that a filter leaves, newest first, read in pieces so that the memory stays flat. */
export async function* exportedContacts(
  em: Db,
  input: { workspaceId: string; filter: ContactFilter },
): AsyncGenerator<ExportedContact> {
  for (let before: string | null = null; ;) {
    const piece: ExportedContact[] = await pieceBefore(em, input, before);
    yield* piece;
    before = piece.at(-1)?.id ?? null;
    if (piece.length < AT_ONCE) return;
  }
}

function pieceBefore(
  em: Db,
  { workspaceId, filter }: { workspaceId: string; filter: ContactFilter },
  before: string | null,
): Promise<ExportedContact[]> {
  return rows(
    em,
    sql<ExportedContact>`select c.id, c.first_name as "firstName", c.last_name as "lastName", c.company, c.street, c.city,
      c.region, c.postal_code as "postalCode", c.country, c.language, c.notes, c.tags, c.fields as custom, c.created_at as "createdAt",
      (select coalesce(jsonb_agg(jsonb_build_object('value', a.value, 'label', ca.label, 'consent', a.consents->>'sms',
          'blocked', a.blocked && '{*,sms}') order by ca.label <> 'mobile', ca.position), '[]')
        from contact_address ca join address a on a.workspace_id = ca.workspace_id and a.id = ca.address_id
        where ca.workspace_id = c.workspace_id and ca.contact_id = c.id and a.kind = 'phone') as phones,
      array(select a.value from contact_address ca join address a on a.workspace_id = ca.workspace_id and a.id = ca.address_id
        where ca.workspace_id = c.workspace_id and ca.contact_id = c.id and a.kind = 'email' order by ca.position) as emails
    from contact c where ${contactConditions(workspaceId, filter)} and (${before}::uuid is null or c.id < ${before}::uuid)
    order by c.id desc limit ${AT_ONCE}`,
  );
}
