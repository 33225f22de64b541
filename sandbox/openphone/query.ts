import { z } from 'zod';
import { E164 } from '../state/account.ts';

const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const number = z.string().regex(E164, 'Expected a number in E.164');
const phoneNumberId = z.string().regex(/^PN/, 'Expected a phone number id');
const userId = z.string().regex(/^US/, 'Expected a user id').optional();
const pageToken = z.string().optional();

function upTo(most: number) {
  return z.coerce.number().int().min(1).max(most);
}

const made = {
  createdAfter: instant.optional(),
  createdBefore: instant.optional(),
  /** Deprecated: acts as createdBefore, whatever its name says. */
  since: instant.optional(),
};

export const conversationsQuery = z.object({
  phoneNumber: phoneNumberId.or(number).optional(),
  phoneNumbers: z.array(phoneNumberId.or(number)).max(100).optional(),
  userId,
  createdAfter: made.createdAfter,
  createdBefore: made.createdBefore,
  updatedAfter: instant.optional(),
  updatedBefore: instant.optional(),
  excludeInactive: z.enum(['true', 'false']).optional(),
  maxResults: upTo(100),
  pageToken,
});

/** `loose` takes numbers as they are written by an account whose numbers are loosely written. */
export function messagesQuery(loose: boolean, mostParticipants = 20) {
  return z.object({
    phoneNumberId,
    participants: z
      .array(loose ? z.string() : number)
      .min(1)
      .max(mostParticipants),
    userId,
    ...made,
    maxResults: upTo(100),
    pageToken,
  });
}

export const usersQuery = z.object({ maxResults: upTo(50), pageToken });

export const contactsQuery = z.object({
  externalIds: z.array(z.string()).optional(),
  sources: z.array(z.string()).optional(),
  maxResults: upTo(50),
  pageToken,
});

/** Arrays come as one key said several times. */
const ARRAYS: ReadonlySet<string> = new Set([
  'participants',
  'phoneNumbers',
  'externalIds',
  'sources',
]);

/** The query as the schemas read it: what is said twice and is no array counts once, the last. */
export function queryIn(url: URL): { [name: string]: string | string[] } {
  const names = new Set(url.searchParams.keys());
  return Object.fromEntries(
    [...names].map((name) => {
      const values = url.searchParams.getAll(name);
      return [name, ARRAYS.has(name) ? values : values.at(-1)!];
    }),
  );
}

export type Span = { readonly after?: number | undefined; readonly before?: number | undefined };

/** Both ends lie outside. */
export function isWithin(at: number, { after, before }: Span): boolean {
  return (after === undefined || at > after) && (before === undefined || at < before);
}
