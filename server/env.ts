import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((v) => v || undefined, schema.optional());

const schema = z.object({
  DATABASE_URL: z.string().min(1),
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** The address under which browsers and providers reach the app; signatures cover it. */
  PUBLIC_URL: z.url().transform((url) => url.replace(/\/+$/, '')),
  APP_SECRET: z.string().min(32, 'at least 32 characters'),
  DATA_DIR: z.string().default('.data'),
  /** Where files lie, unless below DATA_DIR: a bucket, and what opens it. */
  BLOBS: optional(z.string()),
  BLOBS_KEY: optional(z.string()),
  BLOBS_SECRET: optional(z.string()),
  /** Set only where sandbox workspaces exist. */
  SANDBOX_URL: optional(z.url()),
  /** Absent: pages work and orders are taken, only the engine's own view is missing. */
  TEMPORAL_ADDRESS: optional(z.string()),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  TEMPORAL_UI_URL: optional(z.url()),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  METRICS_PORT: optional(port),
  /** How far a provider's clock may be from ours; a webhook signed longer ago waits in the quarantine. */
  WEBHOOK_TOLERANCE_SECONDS: optional(z.coerce.number().int().min(1)),
  /** How many proxies of ours stand before the app: whose word on the visitor's address is taken. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
});

export type WebEnv = z.infer<typeof schema>;

/**
 * What the web process needs of its environment.
 * @throws with every wrong name at once, and what is wrong with it
 */
export function readWebEnv(source: NodeJS.ProcessEnv = process.env): WebEnv {
  const read = schema.safeParse(source);
  if (read.success) return read.data;
  const wrong = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment of the web process is not complete:\n${wrong.join('\n')}`);
}
