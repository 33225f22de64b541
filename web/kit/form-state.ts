/** What a form holds and what is wrong with it, by field name. Made by `parseForm` or `formOf`. */
export interface FormState {
  values: Readonly<Record<string, string | readonly string[] | undefined>>;
  errors: Readonly<Record<string, string>>;
}

/** A form as it opens, filled with what is known. */
export const formOf = (values: FormState['values'] = {}): FormState => ({ values, errors: {} });

export const valueOf = (form: FormState | undefined, name: string): string | undefined => {
  const value = form?.values[name];
  return typeof value === 'string' ? value : value?.[0];
};

export const valuesOf = (form: FormState | undefined, name: string): readonly string[] => {
  const value = form?.values[name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
};
