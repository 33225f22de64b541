import { z } from 'zod';
import { settings } from './settings.ts';

const base64 = z.base64().min(16);

/** A Quo workspace as `POST /sandbox/accounts` takes it; `id` names it in `/sandbox/openphone/<id>`. */
export const openphoneAccount = z.object({
  provider: z.literal('openphone'),
  id: z.string().regex(/^[\w-]{1,64}$/, 'an id is letters, digits, - and _'),
  /** The API key, sent raw in `Authorization`. */
  key: z.string().min(8),
  seed: z.number().int().min(0).max(1_000_000).default(1),
  /** 1 is 2,000 conversations with 60,000 messages and 4,000 calls; 0 is none. */
  size: z.number().min(0).max(4).default(1),
  /** Segments a second that each of its numbers sends. */
  ratePerSecond: z.number().positive().max(10_000).default(1),
  /** Where the seeded past ends; without it the hour in which the account was made known. */
  endsAt: z.iso.datetime().optional(),
  /** Events go there without a webhook having been made by API: a URL, or a path of the app. */
  webhook: z
    .object({
      url: z.string().refine((url) => url.startsWith('/') || URL.canParse(url), 'a URL or a path'),
      /** Of the v1 family: base64. */
      signingKey: base64.optional(),
      /** Of the family dated 2026-03-30: whsec_ and base64. */
      datedSecret: z
        .string()
        .regex(/^whsec_[A-Za-z0-9+/]+=*$/)
        .optional(),
    })
    .optional(),
  /** In force from the start; `PATCH /sandbox/openphone/<id>/settings` changes them until a restart. */
  settings: settings.partial().optional(),
});

/** As it is kept: with the end of its past, and the address under which it was made known. */
export type OpenphoneAccount = z.infer<typeof openphoneAccount> & {
  readonly endsAt: string;
  /** Of the sandbox itself, for links to recordings. */
  readonly origin: string;
};

const HOUR_MS = 3_600_000;

/** A repetition keeps the past where it was, so that a restart of the app moves nothing. */
export function keptAccount(
  given: z.infer<typeof openphoneAccount>,
  known: OpenphoneAccount | undefined,
  origin: string,
): OpenphoneAccount {
  const thisHour = new Date(Math.floor(Date.now() / HOUR_MS) * HOUR_MS).toISOString();
  return { ...given, endsAt: given.endsAt ?? known?.endsAt ?? thisHour, origin };
}

/** Whether two accounts hold the same seeded past. */
export function isSamePast(one: OpenphoneAccount, other: OpenphoneAccount): boolean {
  return one.seed === other.seed && one.size === other.size && one.endsAt === other.endsAt;
}
