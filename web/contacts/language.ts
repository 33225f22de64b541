import type { SeatedUi } from '../ui.ts';

/** A language by the name that the reader has for it; empty where none is known. */
export function languageName(ui: SeatedUi, code: string | null): string {
  if (!code) return '';
  const locale = ui.locale === 'xx' ? 'en-US' : ui.locale;
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
  return ui.locale === 'xx' ? `⟦${name}⟧` : name;
}
