import type { Context } from 'hono';
import { validate as isUuid } from 'uuid';
import type { ContactFilter } from '#domain/contacts/filter.ts';

const oneOf = <T extends string>(value: string | undefined, known: readonly T[]): T | undefined =>
  known.find((one) => one === value);

/** The filter in an address; what is not understood narrows nothing. */
function contactFilter(read: (name: string) => string | undefined): ContactFilter {
  const text = (name: string) => read(name)?.trim().slice(0, 200) || undefined;
  const tag = text('tag');
  const importId = text('import');
  const filter = {
    q: text('q'),
    tags: tag ? [tag] : undefined,
    region: text('region'),
    country: text('country'),
    consent: oneOf(text('consent'), ['given', 'refused', 'none', 'blocked']),
    conversation: oneOf(text('conversation'), ['yes', 'no']),
    importId: importId && isUuid(importId) ? importId : undefined,
  };
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined),
  ) as ContactFilter;
}

export const filterOf = (c: Context): ContactFilter => contactFilter((name) => c.req.query(name));

/** The same filter as an address says it. */
export const filterQuery = (filter: ContactFilter): Record<string, string | undefined> => ({
  q: filter.q,
  tag: filter.tags?.[0],
  region: filter.region,
  country: filter.country,
  consent: filter.consent,
  conversation: filter.conversation,
  import: filter.importId,
});
