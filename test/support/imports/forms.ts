import { parse } from '#test/support/html.ts';

/** A form with a file, as a browser posts it: the order first. */
export function uploadForm(order: string, name: string, content: Uint8Array): FormData {
  const form = new FormData();
  form.set('order', order);
  form.set('file', new File([content as Uint8Array<ArrayBuffer>], name, { type: 'text/csv' }));
  return form;
}

/** What a browser would post of a form as it stands. */
export function formValues(html: string, form: string): Record<string, string | string[]> {
  const $ = parse(html);
  const values: Record<string, string[]> = {};
  for (const { name, value } of $(form).serializeArray()) (values[name] ??= []).push(value);
  return Object.fromEntries(
    Object.entries(values).map(([name, all]) => [name, all.length > 1 ? all : (all[0] ?? '')]),
  );
}
