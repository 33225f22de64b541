import type { Db } from '../orm.ts';
import { firstRow, rows, sql } from '../sql.ts';

/** A person as whom a text is read. */
export interface Reader {
  id: string;
  firstName: string;
  lastName: string;
  company: string;
  street: string;
  city: string;
  region: string;
  postalCode: string;
  country: string | null;
  fields: Record<string, unknown>;
  phone: string | null;
  /** Of the number; prices go by it. */
  phoneCountry: string | null;
}

const columns = sql`c.id, c.first_name as "firstName", c.last_name as "lastName", c.company, c.street, c.city, c.region,
  c.postal_code as "postalCode", c.country, c.fields, phone.value as phone, phone.country as "phoneCountry"`;

const phone = sql`left join lateral (
  select a.value, a.country from contact_address ca join address a on a.workspace_id = ca.workspace_id and a.id = ca.address_id
  where ca.workspace_id = c.workspace_id and ca.contact_id = c.id and a.kind = 'phone'
  order by ca.label <> 'mobile', ca.position limit 1) phone on true`;

export async function readerById(
  em: Db,
  { workspaceId, contactId }: { workspaceId: string; contactId: string },
): Promise<Reader | undefined> {
  return firstRow<Reader>(
    em,
    sql`select ${columns} from contact c ${phone}
    where c.workspace_id = ${workspaceId} and c.id = ${contactId} and c.merged_into is null and c.erased_at is null`,
  );
}

/** Looking further back finds hardly a worse one, and everybody would wait for it. */
const looked = 2000;

/**
 * The contact who lacks most of the fields that a text names: whoever reads it as that person sees
 * what the fallbacks do. @param fields canonical keys
 */
export async function readerWithGaps(
  em: Db,
  { workspaceId, fields }: { workspaceId: string; fields: readonly string[] },
): Promise<Reader | undefined> {
  return firstRow<Reader>(
    em,
    sql`select ${columns}
    from (select * from contact where workspace_id = ${workspaceId} and merged_into is null and erased_at is null order by id desc limit ${looked}) c
    ${phone}
    order by phone.value is null, (
      select count(*) from unnest(${[...fields]}::text[]) field where coalesce(case field
        when 'first_name' then c.first_name when 'name' then c.first_name || c.last_name when 'last_name' then c.last_name
        when 'company' then c.company when 'street' then c.street when 'city' then c.city when 'region' then c.region
        when 'postal_code' then c.postal_code when 'country' then c.country when 'agent' then 'x' when 'firm' then 'x'
        else c.fields->>field end, '') = '') desc, c.id desc
    limit 1`,
  );
}

export interface FoundReader {
  id: string;
  name: string;
  phone: string | null;
}

const shown = 8;

/** A few people to choose from; without a word those who came last. */
export async function findReaders(
  em: Db,
  { workspaceId, q }: { workspaceId: string; q: string },
): Promise<FoundReader[]> {
  const word = `%${q
    .trim()
    .toLowerCase()
    .replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return rows<FoundReader>(
    em,
    sql`select c.id, trim(c.first_name || ' ' || c.last_name) as name, phone.value as phone
    from (
      select * from contact where workspace_id = ${workspaceId} and merged_into is null and erased_at is null
        and (${q.trim() === ''} or search like ${word}) order by id desc limit ${shown}) c
    ${phone} order by c.id desc`,
  );
}
