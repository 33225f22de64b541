import type { RawBuilder } from 'kysely';
import type { Audience, DaySpan } from '#domain/campaigns/audience.ts';
import { sql } from '../sql.ts';

/**
 * An audience as a condition on `contact c` joined to `workspace w`.
 * Days are days of the workspace's calendar; a custom date is kept as 2026-11-17 text.
 */
export function matches(audience: Audience): RawBuilder<unknown> {
  const { tags, countries, regions, languages, conversation, created, dates, search } = audience;
  const parts = [
    tags?.any && sql`c.tags && ${[...tags.any]}::text[]`,
    tags?.all && sql`c.tags @> ${[...tags.all]}::text[]`,
    tags?.none && sql`not c.tags && ${[...tags.none]}::text[]`,
    countries && sql`c.country = any(${[...countries]}::text[])`,
    regions && sql`lower(c.region) = any(${regions.map((region) => region.toLowerCase())}::text[])`,
    languages && sql`c.language = any(${[...languages]}::text[])`,
    conversation && hasConversation(conversation),
    created && within(sql`(c.created_at at time zone w.zone)::date::text`, created),
    ...Object.entries(dates ?? {}).map(([key, span]) => within(sql`c.fields->>${key}::text`, span)),
    search && sql`c.search like ${`%${escaped(search.toLowerCase())}%`}`,
  ].filter((part) => part !== undefined && part !== '');
  return sql.join([sql`true`, ...parts], sql` and `);
}

/** A conversation counts once the person has written; what we sent alone is none. */
function hasConversation(wanted: 'yes' | 'no'): RawBuilder<unknown> {
  const exists = sql`exists (select from conversation t where t.workspace_id = c.workspace_id and t.contact_id = c.id
    and t.last_inbound_at is not null)`;
  return wanted === 'yes' ? exists : sql`not ${exists}`;
}

function within(day: RawBuilder<unknown>, { from, before }: DaySpan): RawBuilder<unknown> {
  return sql`coalesce(${day} >= ${from ?? '0000'} and ${day} < ${before ?? '9999'}, false)`;
}

const escaped = (text: string) => text.replaceAll(/[\\%_]/g, String.raw`\$&`);
