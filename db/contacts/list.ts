import type { ContactFilter } from '#domain/contacts/filter.ts';
import type { Db } from '../orm.ts';
import { firstRow, rows, sql } from '../sql.ts';
import { contactConditions } from './filter.ts';

/** One line of the list of contacts. */
export interface ListedContact {
  id: string;
  firstName: string;
  lastName: string;
  company: string;
  city: string;
  region: string;
  country: string | null;
  tags: string[];
  phone: string | null;
  email: string | null;
  /** Of texts to the first number. */
  consent: 'given' | 'refused' | null;
  blocked: boolean;
  conversationId: string | null;
  lastAt: Date | null;
}

export const contactsAPage = 50;

/**
 * The contacts that a filter leaves, newest first.
 * @returns one more than a page where there is a next page, whose `before` is the last id of this one
 */
export function contactList(
  em: Db,
  input: { workspaceId: string; filter: ContactFilter; before?: string | undefined },
): Promise<ListedContact[]> {
  const { workspaceId, filter, before = null } = input;
  return rows(
    em,
    sql<ListedContact>`with page as materialized (
      select c.* from contact c where ${contactConditions(workspaceId, filter)}
        and (${before}::uuid is null or c.id < ${before}::uuid)
      order by c.id desc limit ${contactsAPage + 1})
    select c.id, c.first_name as "firstName", c.last_name as "lastName", c.company, c.city, c.region, c.country, c.tags,
      phone.value as phone, phone.consent, coalesce(phone.blocked, false) as blocked, email.value as email,
      v.id as "conversationId", v.last_at as "lastAt"
    from page c
      left join lateral (select a.value, a.consents->>'sms' as consent, a.blocked && '{*,sms}' as blocked
        from contact_address ca join address a on a.workspace_id = ca.workspace_id and a.id = ca.address_id
        where ca.workspace_id = c.workspace_id and ca.contact_id = c.id and a.kind = 'phone'
        order by ca.label <> 'mobile', ca.position limit 1) phone on true
      left join lateral (select a.value
        from contact_address ca join address a on a.workspace_id = ca.workspace_id and a.id = ca.address_id
        where ca.workspace_id = c.workspace_id and ca.contact_id = c.id and a.kind = 'email'
        order by ca.position limit 1) email on true
      left join conversation v on v.workspace_id = c.workspace_id and v.contact_id = c.id
    order by c.id desc`,
  );
}

/** Counting stops here: beyond it nobody reads the figure, and everybody would wait for it. */
export const mostCounted = 100_000;

/** How many contacts a filter leaves, at most `mostCounted`. */
export async function contactCount(
  em: Db,
  { workspaceId, filter }: { workspaceId: string; filter: ContactFilter },
): Promise<number> {
  const row = await firstRow<{ n: number }>(
    em,
    sql`select count(*) as n from (select from contact c where ${contactConditions(workspaceId, filter)}
    limit ${mostCounted}) counted`,
  );
  return row?.n ?? 0;
}

export interface FilterChoices {
  tags: { tag: string; contacts: number }[];
  regions: string[];
  countries: string[];
}

/** What may be chosen in the filters: the tags in use, most used first, and the places. */
export async function filterChoices(em: Db, workspaceId: string): Promise<FilterChoices> {
  const listed = sql`c.workspace_id = ${workspaceId} and c.merged_into is null and c.erased_at is null`;
  const found = await firstRow<FilterChoices>(
    em,
    sql`select
      (select coalesce(jsonb_agg(jsonb_build_object('tag', t.tag, 'contacts', t.n) order by t.n desc, t.tag), '[]')
        from (select tag, count(*) as n from contact c, unnest(c.tags) tag where ${listed} group by tag order by n desc limit 100) t) as tags,
      (select coalesce(jsonb_agg(r.region order by r.region), '[]')
        from (select distinct region from contact c where ${listed} and region <> '' limit 300) r) as regions,
      (select coalesce(jsonb_agg(k.country order by k.country), '[]')
        from (select distinct country from contact c where ${listed} and country is not null limit 300) k) as countries`,
  );
  return found ?? { tags: [], regions: [], countries: [] };
}
