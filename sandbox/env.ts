import { z } from 'zod';

const PACE = /^(\d+)-(\d+)$/;

/** What the sandbox process reads from its environment. */
const env = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(4010),
  SANDBOX_HOST: z.string().default('127.0.0.1'),
  /** From a message's turn to its end, fastest and slowest, in milliseconds. */
  SANDBOX_PACE_MS: z
    .string()
    .regex(PACE, 'two numbers of milliseconds, such as 300-900')
    .default('300-900')
    .transform((text) => {
      const [, fastest, slowest] = PACE.exec(text) ?? [];
      return { fastestMs: Number(fastest), slowestMs: Number(slowest) };
    }),
  PUBLIC_URL: z.url().default('http://127.0.0.1:3000'),
  DATA_DIR: z.string().default('.data'),
  LOG_LEVEL: z.string().default('info'),
});

export type Env = z.infer<typeof env>;

/** Throws one error that names every bad variable. */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  const parsed = env.safeParse(source);
  if (parsed.success) return parsed.data;
  throw new Error(`The sandbox cannot start.\n${z.prettifyError(parsed.error)}`);
}
