import { plainText } from './plain-text.ts';

/** Hundredths of a currency; `currency` is an ISO 4217 code, null where the cell names none. */
export type Money = { cents: number; currency: string | null };

/**
 * `$1,250.00`, `1.250,00 €`, `MXN 4,500.00`, `350`. A lone separator before exactly three digits parts
 * thousands. The dollar sign is the dollar or peso of `country`. Null where the cell holds no amount.
 */
export function readMoney(cell: string, country = 'US'): Money | null {
  const text = plainText(cell).replaceAll(/\s/g, '').toUpperCase();
  const found = amount.exec(text);
  if (!found) return null;
  const [, opening, minus, before, minusAfter, digits, after, closing] = found;
  if ((opening === '(') !== (closing === ')') || (before && after)) return null;

  const value = decimal(digits ?? '');
  const currency = currencyOf(before || after || '', country);
  if (value === null || currency === undefined) return null;
  const negative = opening === '(' || Boolean(minus || minusAfter);
  const cents = Math.round(value * 100);
  return Number.isSafeInteger(cents) ? { cents: negative ? 0 - cents : cents, currency } : null;
}

const amount = /^(\()?(-)?([^\d\s().,'’+-]{0,6})(-)?(\d[\d.,'’]*)([^\d\s().,'’+-]{0,6})(\))?$/u;

function decimal(digits: string): number | null {
  const plain = digits.replaceAll(/['’]/g, '');
  const point = decimalPoint(plain);
  const whole = point < 0 ? plain : plain.slice(0, point);
  if (!/^(?:\d+|\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*)$/.test(whole)) return null;
  const fraction = point < 0 ? '' : plain.slice(point + 1);
  return Number(`${whole.replaceAll(/[.,]/g, '')}.${fraction || '0'}`);
}

/** Where the fraction begins, or -1: after the last separator, if one or two digits follow it. */
const decimalPoint = (digits: string): number => {
  const found = /[.,](?=\d{1,2}$)/.exec(digits);
  return found ? found.index : -1;
};

/** Undefined where the sign is no currency. */
function currencyOf(sign: string, country: string): string | null | undefined {
  if (sign === '') return null;
  if (sign === '$') return dollars[country] ?? 'USD';
  return signs[sign];
}

const dollars: Readonly<Record<string, string>> = {
  MX: 'MXN',
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
};

const codes = [
  'USD',
  'EUR',
  'MXN',
  'GBP',
  'CAD',
  'CHF',
  'AUD',
  'NZD',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'BRL',
];

const signs: Readonly<Record<string, string>> = {
  ...Object.fromEntries(codes.map((code) => [code, code])),
  US$: 'USD',
  USD$: 'USD',
  MX$: 'MXN',
  MXN$: 'MXN',
  CA$: 'CAD',
  C$: 'CAD',
  '€': 'EUR',
  EURO: 'EUR',
  EUROS: 'EUR',
  PESOS: 'MXN',
  'M.N.': 'MXN',
  '£': 'GBP',
  R$: 'BRL',
};
