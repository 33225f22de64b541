import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => value || undefined, schema.optional());

const engine = z.object({
  TEMPORAL_ADDRESS: z.string().default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  HEALTH_PORT: port.default(0),
  /** Where the engine's own figures are served; absent: nowhere. */
  METRICS_PORT: optional(port),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

const world = engine.extend({
  DATABASE_URL: z.string().min(1),
  /** The address under which providers reach the app. */
  PUBLIC_URL: z.url().transform((url) => url.replace(/\/+$/, '')),
  APP_SECRET: z.string().min(32, 'at least 32 characters'),
  DATA_DIR: z.string().default('.data'),
  /** Where files lie, unless below DATA_DIR: a bucket, and what opens it. */
  BLOBS: optional(z.string()),
  BLOBS_KEY: optional(z.string()),
  BLOBS_SECRET: optional(z.string()),
  /** Stands in for the providers in sandbox workspaces. */
  SANDBOX_URL: optional(z.url().transform((url) => url.replace(/\/+$/, ''))),
});

export type EngineEnv = z.infer<typeof engine>;
export type WorldEnv = z.infer<typeof world>;

/** What the workflow worker needs. @throws with every wrong name at once */
export const readEngineEnv = (source: NodeJS.ProcessEnv = process.env): EngineEnv =>
  read(engine, source);

/** What the activity worker needs. @throws with every wrong name at once */
export const readWorldEnv = (source: NodeJS.ProcessEnv = process.env): WorldEnv =>
  read(world, source);

function read<T extends z.ZodType>(schema: T, source: NodeJS.ProcessEnv): z.infer<T> {
  const result = schema.safeParse(source);
  if (result.success) return result.data;
  const wrong = result.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new Error(`The environment of this worker is not complete:\n${wrong.join('\n')}`);
}
