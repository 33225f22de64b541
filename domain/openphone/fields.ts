import { z } from 'zod';

/** Fields as the provider writes them, read without complaint: what is not as it should be counts as not told. */

export const text = z.string().catch('');
export const textOrNull = z
  .string()
  .transform((value) => value || null)
  .nullable()
  .catch(null);
export const id = z.string().min(1);
export const idOrNull = id.nullable().catch(null);

/** An instant, ISO 8601 in UTC. */
export const instant = z
  .string()
  .refine((value) => !Number.isNaN(Date.parse(value)))
  .transform((value) => new Date(value).toISOString());
export const instantOrNull = instant.nullable().catch(null);

/** Whole seconds. */
export const seconds = z
  .number()
  .transform((value) => Math.max(0, Math.round(value)))
  .nullable()
  .catch(null);

/** A list, or one thing that stands for a list of one. */
export const texts = z.union([z.array(z.string()), z.string().transform((one) => [one])]).catch([]);

/** What of a list can be read. */
export const listOf = <T extends z.ZodType>(one: T) =>
  z
    .array(z.unknown())
    .transform((list) =>
      list.flatMap((item) => {
        const read = one.safeParse(item);
        return read.success ? [read.data] : [];
      }),
    )
    .catch([]);

/** What the schema makes of an object; null where even its id is missing. */
export function readAs<T extends z.ZodType>(schema: T, raw: unknown): z.output<T> | null {
  const read = schema.safeParse(raw);
  return read.success ? read.data : null;
}
