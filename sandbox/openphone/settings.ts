import { z } from 'zod';

/** How the provider behaves towards one account. These are habits of Quo's, not faults. */
export const settings = z.strictObject({
  /** Requests a second for the key; more are answered with 429. */
  requestsPerSecond: z.number().positive().max(100_000).default(10),
  /** `flat` as documented, `wrapped` in `error` as it has been seen. */
  errorShape: z.enum(['flat', 'wrapped']).default('flat'),
  /** Quo says itself that the figure cannot be relied on. */
  totalItems: z.enum(['wrong', 'right']).default('wrong'),
  /** The shape of webhooks of the v1 family. */
  apiVersion: z.enum(['v1', 'v2', 'v3', 'v4']).default('v4'),
  /** Failed webhooks come again after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h and 10 h, times this. */
  retryScale: z.number().min(0).max(1).default(0.001),
  /** What `POST /v1/messages` is refused with: no registration, no credit, the carrier's cap. */
  refuseSends: z.enum(['0206400', '0201402', '0204403']).nullable().default(null),
  pageTokenSeconds: z.number().positive().max(86_400).default(3_600),
  /** Some participants are not written in E.164, which no specification allows. */
  looseNumbers: z.boolean().default(false),
  /** Links to recordings, voicemails and pictures end so long after they were given; 0 is never. */
  mediaSeconds: z.number().min(0).max(31_536_000).default(0),
  /** Every file has so many bytes instead of its own size. */
  mediaBytes: z.number().int().min(1).max(4_294_967_296).nullable().default(null),
  /** What Content-Length says: the truth, nothing, half, or twice the size. */
  mediaLength: z.enum(['honest', 'absent', 'understated', 'overstated']).default('honest'),
  /** Said instead of the type that the file has. */
  mediaType: z.string().min(1).max(100).nullable().default(null),
});

export type ApiVersion = Settings['apiVersion'];
export type Settings = z.infer<typeof settings>;
