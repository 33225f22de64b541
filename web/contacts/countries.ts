import { countryCodes } from '#domain/contacts/country.ts';
import type { Ui } from '../ui.ts';

const names = new Map<string, Intl.DisplayNames>();

/** A country in the reader's language; the code itself where it has no name. */
export function countryName(ui: Ui, code: string): string {
  const locale = ui.locale === 'xx' ? 'en-US' : ui.locale;
  let known = names.get(locale);
  if (!known) {
    known = new Intl.DisplayNames(locale, { type: 'region' });
    names.set(locale, known);
  }
  const name = known.of(code) ?? code;
  return ui.locale === 'xx' ? `⟦${name}⟧` : name;
}

/** Every country, by its name. */
export const countryChoices = (ui: Ui): { value: string; label: string }[] =>
  countryCodes
    .map((value) => ({ value, label: countryName(ui, value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
