/**
 * A contact's own field as people read it: a text as it is, a date as the month names it, an amount
 * with its sign. Null for what cannot be read out.
 */
export function mergeText(value: unknown, locale = 'en-US'): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null || !('type' in value)) return null;
  const inner = 'value' in value ? value.value : null;
  switch (value.type) {
    case 'text':
      return typeof inner === 'string' ? inner : null;
    case 'date':
      return typeof inner === 'string' ? dateText(inner, locale) : null;
    case 'money':
      return moneyText(inner, locale);
    default:
      return null;
  }
}

function dateText(day: string, locale: string): string | null {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) return null;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(at);
}

function moneyText(money: unknown, locale: string): string | null {
  if (typeof money !== 'object' || money === null || !('cents' in money)) return null;
  const amount = Number(money.cents) / 100;
  const currency = 'currency' in money ? money.currency : null;
  if (!Number.isFinite(amount)) return null;
  return typeof currency === 'string'
    ? new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount)
    : new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(amount);
}
