import { searchedDigits, type ContactFilter } from '#domain/contacts/filter.ts';
import { sql } from '../sql.ts';

type Condition = ReturnType<typeof sql<boolean>>;

/** The conditions on `contact c` that a filter means; merged and erased contacts are never listed. */
export function contactConditions(workspaceId: string, filter: ContactFilter): Condition {
  const all: Condition[] = [
    sql<boolean>`c.workspace_id = ${workspaceId} and c.merged_into is null and c.erased_at is null`,
    ...searches(workspaceId, filter.q?.trim() ?? ''),
  ];
  if (filter.tags?.length) all.push(sql<boolean>`c.tags @> ${[...filter.tags]}::text[]`);
  if (filter.region) all.push(sql<boolean>`c.region = ${filter.region}`);
  if (filter.country) all.push(sql<boolean>`c.country = ${filter.country}`);
  if (filter.consent) all.push(consentIs(filter.consent));
  if (filter.conversation) {
    const talks = sql<boolean>`exists (select from conversation v where v.workspace_id = c.workspace_id and v.contact_id = c.id)`;
    all.push(filter.conversation === 'yes' ? talks : sql<boolean>`not ${talks}`);
  }
  if (filter.importId) {
    all.push(sql<boolean>`c.id in (select r.contact_id from import_row r
      where r.workspace_id = ${workspaceId} and r.import_run_id = ${filter.importId} and r.outcome in ('created', 'merged'))`);
  }
  return sql<boolean>`${sql.join(all, sql` and `)}`;
}

// A union of ids and not an `or`, so that each side keeps its trigram index.
function searches(workspaceId: string, q: string): Condition[] {
  if (q === '') return [];
  const digits = searchedDigits(q);
  const words = q.toLowerCase().split(/\s+/);
  const named = sql.join(
    words.map((word) => sql`search like ${`%${literal(word)}%`}`),
    sql` and `,
  );
  const reached = digits ?? q.toLowerCase();
  return [
    sql<boolean>`c.id in (
      select id from contact where workspace_id = ${workspaceId} and ${named}
      union
      select ca.contact_id from address a
        join contact_address ca on ca.workspace_id = a.workspace_id and ca.address_id = a.id
      where a.workspace_id = ${workspaceId} and a.value like ${`%${literal(reached)}%`})`,
  ];
}

/** Text as `like` takes it, without wildcards. */
const literal = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`);

function consentIs(consent: NonNullable<ContactFilter['consent']>): Condition {
  const numbers = sql`select from contact_address ca join address a on a.workspace_id = ca.workspace_id and a.id = ca.address_id
    where ca.workspace_id = c.workspace_id and ca.contact_id = c.id and a.kind = 'phone'`;
  switch (consent) {
    case 'blocked':
      return sql<boolean>`exists (${numbers} and a.blocked && '{*,sms}')`;
    case 'none':
      return sql<boolean>`exists (${numbers}) and not exists (${numbers} and a.consents ? 'sms')`;
    case 'given':
    case 'refused':
      return sql<boolean>`exists (${numbers} and a.consents->>'sms' = ${consent})`;
  }
}
