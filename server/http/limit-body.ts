import { bodyLimit } from 'hono/body-limit';
import type { MiddlewareHandler } from 'hono';
import type { HttpEnv } from './env.ts';

/** Refuses by the stated length before reading, and by counting where none is stated. */
export const limitBody = (maxSize: number): MiddlewareHandler<HttpEnv> =>
  bodyLimit({
    maxSize,
    onError: (c) => c.text(c.get('ui').t.errors.tooLarge(maxSize), 413),
  }) as MiddlewareHandler<HttpEnv>;
