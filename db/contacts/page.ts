import type { CustomFields } from '#domain/contacts/fields.ts';
import type { SuppressionReason } from '#domain/sending/suppression.ts';
import type { Db } from '../orm.ts';
import { firstRow, rows, sql } from '../sql.ts';

/** A contact as its page shows it. */
export interface ContactDetail {
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
  zone: string | null;
  notes: string;
  custom: CustomFields;
  tags: string[];
  /** Names of what a person changed; see `EditedName`. */
  editedFields: string[];
  source: 'person' | 'import' | 'inbound' | 'history';
  mergedInto: string | null;
  erasedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  revision: number;
  conversationId: string | null;
}

/** The contact of this workspace, also when it was merged or erased; undefined where there is none. */
export function contactDetail(
  em: Db,
  { workspaceId, contactId }: { workspaceId: string; contactId: string },
): Promise<ContactDetail | undefined> {
  return firstRow(
    em,
    sql<ContactDetail>`select c.id, c.first_name as "firstName", c.last_name as "lastName", c.company, c.language, c.street,
      c.city, c.region, c.postal_code as "postalCode", c.country, c.zone, c.notes, c.fields as custom, c.tags,
      c.edited_fields as "editedFields", c.source, c.merged_into as "mergedInto", c.erased_at as "erasedAt",
      c.created_at as "createdAt", c.updated_at as "updatedAt", c.revision, v.id as "conversationId"
    from contact c left join conversation v on v.workspace_id = c.workspace_id and v.contact_id = c.id
    where c.workspace_id = ${workspaceId} and c.id = ${contactId}`,
  );
}

export interface AddressDetail {
  id: string;
  kind: 'phone' | 'email';
  value: string;
  label: 'mobile' | 'other' | 'email';
  extension: string | null;
  lineType: string | null;
  zone: string | null;
  zoneSource: string | null;
  invalidReason: string | null;
  blocked: string[];
  /** Other contacts that are reached here too. */
  sharedWith: { id: string; name: string }[];
  consents: {
    channel: string;
    status: 'given' | 'refused';
    source: string;
    basis: string;
    capturedAt: string | null;
    recordedAt: string;
  }[];
  suppressions: {
    channel: string | null;
    reason: SuppressionReason;
    liftedBy: 'keyword' | 'person' | null;
    recordedAt: string;
  }[];
}

/** Where a contact is reached, with what is recorded of consent and stops, latest first. */
export function contactAddresses(
  em: Db,
  { workspaceId, contactId }: { workspaceId: string; contactId: string },
): Promise<AddressDetail[]> {
  return rows(
    em,
    sql<AddressDetail>`select a.id, a.kind, a.value, ca.label, ca.extension, a.line_type as "lineType", a.zone,
      a.zone_source as "zoneSource", a.invalid_reason as "invalidReason", a.blocked,
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.id,
          'name', coalesce(nullif(trim(o.first_name || ' ' || o.last_name), ''), o.company))), '[]')
        from contact_address oa join contact o on o.workspace_id = oa.workspace_id and o.id = oa.contact_id
        where oa.workspace_id = a.workspace_id and oa.address_id = a.id and oa.contact_id <> ${contactId}) as "sharedWith",
      (select coalesce(jsonb_agg(jsonb_build_object('channel', s.channel, 'status', s.status, 'source', s.source,
          'basis', s.basis, 'capturedAt', s.captured_at, 'recordedAt', s.recorded_at) order by s.recorded_at desc, s.id desc), '[]')
        from consent s where s.workspace_id = a.workspace_id and s.address_id = a.id) as consents,
      (select coalesce(jsonb_agg(jsonb_build_object('channel', s.channel, 'reason', s.reason, 'liftedBy', s.lifted_by,
          'recordedAt', s.recorded_at) order by s.recorded_at desc, s.id desc), '[]')
        from suppression s where s.workspace_id = a.workspace_id and s.address_id = a.id) as suppressions
    from contact_address ca join address a on a.workspace_id = ca.workspace_id and a.id = ca.address_id
    where ca.workspace_id = ${workspaceId} and ca.contact_id = ${contactId}
    order by a.kind desc, ca.label <> 'mobile', ca.position`,
  );
}

/** Where links to a merged contact lead: to the one that stayed. */
export async function survivorOf(
  em: Db,
  { workspaceId, contactId }: { workspaceId: string; contactId: string },
): Promise<string | null> {
  const found = await firstRow<{ id: string }>(
    em,
    sql`with recursive merged(id, merged_into) as (
      select id, merged_into from contact where workspace_id = ${workspaceId} and id = ${contactId}
      union all
      select c.id, c.merged_into from contact c join merged m on c.id = m.merged_into where c.workspace_id = ${workspaceId}
    ) select id from merged where merged_into is null`,
  );
  return found?.id ?? null;
}
