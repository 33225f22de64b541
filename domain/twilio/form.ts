/** The fields of a posted form; a name that comes more than once has a list. */
export type Form = Readonly<Record<string, string | string[]>>;

export function readForm(body: string): Form {
  const form: Record<string, string | string[]> = Object.create(null) as Record<string, string>;
  for (const [name, value] of new URLSearchParams(body)) {
    const before = form[name];
    if (before === undefined) form[name] = value;
    else form[name] = [...(Array.isArray(before) ? before : [before]), value];
  }
  return form;
}

/**
 * The value of a field that comes once, or the first; undefined where it is absent or empty.
 * Without zero bytes, which PostgreSQL keeps in no text.
 */
export function field(form: Form, name: string): string | undefined {
  const value = form[name];
  return (Array.isArray(value) ? value[0] : value)?.replaceAll('\0', '') || undefined;
}
