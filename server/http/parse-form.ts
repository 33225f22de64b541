import type { Context } from 'hono';
import type { z } from 'zod';
import type { Catalogue } from '#web/catalogue/en.ts';
import type { FormState } from '#web/kit/form-state.ts';
import type { HttpEnv } from './env.ts';

type Parsed<T> =
  | { ok: true; value: T; form: FormState }
  /** Render the form again with `form` and status 422. */
  | { ok: false; form: FormState };

/**
 * Reads a posted form by a zod schema. Messages come from the schema where it has its own (from the
 * catalogue), else from `errors.field` of the catalogue. A name posted more than once, or ending in
 * `[]`, is a list.
 */
export async function parseForm<S extends z.ZodType, E extends HttpEnv>(
  c: Context<E>,
  schema: S,
): Promise<Parsed<z.output<S>>> {
  const values = await postedValues(c);
  const { t } = c.get('ui');
  const result = schema.safeParse(values, { error: (issue) => sentence(issue, t) });
  if (result.success) return { ok: true, value: result.data, form: { values, errors: {} } };
  return { ok: false, form: { values, errors: firstErrors(result.error) } };
}

/** Refuses a form for a reason that no schema knows, such as a name already taken. */
export const refused = (form: FormState, errors: Record<string, string>): FormState => ({
  values: form.values,
  errors,
});

async function postedValues(c: Context): Promise<Record<string, string | string[]>> {
  const body = await c.req.parseBody({ all: true });
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => {
      const texts = [value].flat().filter((one) => typeof one === 'string');
      const many = name.endsWith('[]') || texts.length > 1;
      if (texts.length === 0) return [];
      return [[name.replace(/\[\]$/, ''), many ? texts : (texts[0] ?? '')]];
    }),
  );
}

function firstErrors(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) {
    errors[issue.path.join('.')] ??= issue.message;
  }
  return errors;
}

type FieldSentences = Catalogue['errors']['field'];

function sentence(issue: z.core.$ZodRawIssue, { errors: { field } }: Catalogue): string {
  if (issue.code === 'invalid_type') return wrongType(issue, field);
  if (issue.code === 'too_small') return tooSmall(issue, field);
  if (issue.code === 'too_big') return tooBig(issue, field);
  if (issue.code === 'invalid_value') return field.choice;
  return issue.code === 'invalid_format' && issue.format === 'email' ? field.email : field.invalid;
}

function wrongType(issue: { input?: unknown; expected?: string }, field: FieldSentences): string {
  if (issue.input === undefined || issue.input === '') return field.missing;
  return issue.expected === 'number' || issue.expected === 'int' ? field.number : field.invalid;
}

function tooBig(
  issue: { origin: string; maximum: number | bigint },
  field: FieldSentences,
): string {
  const most = Number(issue.maximum);
  return issue.origin === 'string' ? field.long(most) : field.large(most);
}

function tooSmall(
  issue: { origin: string; minimum: number | bigint },
  field: FieldSentences,
): string {
  const least = Number(issue.minimum);
  if (issue.origin === 'array' || issue.origin === 'set') return field.few(least);
  if (issue.origin !== 'string') return field.small(least);
  return least <= 1 ? field.missing : field.short(least);
}
