import type { Context } from 'hono';
import type { z } from 'zod';

/** One sentence for a person or a test out of what zod found. */
export function sentenceOf(error: z.ZodError): string {
  return error.issues
    .map((issue) =>
      issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message,
    )
    .join('; ');
}

/** The JSON of a request, or undefined where it is none, so that the schema refuses it in words. */
export function jsonOf(c: Context): Promise<unknown> {
  return c.req.json().catch(() => undefined);
}
