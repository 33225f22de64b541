import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { plainText } from './plain-text.ts';

/** A telephone number in E.164, such as `+12125550123`. */
export type PhoneNumber = string & { readonly kind: 'PhoneNumber' };

/** North American numbers do not tell mobile from landline. */
export type PhoneLine = 'mobile' | 'landline' | 'mobile-or-landline' | 'toll-free' | 'other';

export type UnusablePhone =
  | 'not-a-number'
  | 'scientific-notation'
  | 'letters'
  | 'no-area-code'
  | 'too-short'
  | 'too-long'
  | 'not-assignable';

/** One number with what stood beside it. */
export type ReadNumber = { number: PhoneNumber; line: PhoneLine; extension: string | null };

export type PhoneReading =
  | { kind: 'blank' }
  | { kind: 'unusable'; reason: UnusablePhone }
  | ({ kind: 'usable'; second: ReadNumber | null } & ReadNumber);

/**
 * One cell of a list, which may hold a number in any usual notation, an extension, or two numbers.
 * `country` (ISO 3166) is where a number without `+` or `00` belongs. Nothing is guessed:
 * letters for digits, missing area codes and impossible numbers are unusable.
 */
export function readPhone(cell: string, country: string): PhoneReading {
  const text = westernised(cell);
  if (text === '') return { kind: 'blank' };

  const readings = text.split(betweenNumbers).map((part) => readOne(part.trim(), country));
  const [first, ...others] = readings.filter((reading) => typeof reading !== 'string');
  if (!first) return { kind: 'unusable', reason: readings[0] as UnusablePhone };
  const second = others.find(({ number }) => number !== first.number) ?? null;
  return { kind: 'usable', ...first, second };
}

/** True where the text is a number as the product stores it. */
export function isPhoneNumber(text: string): text is PhoneNumber {
  if (!/^\+[1-9]\d{6,14}$/.test(text)) return false;
  return parsePhoneNumberFromString(text)?.isValid() === true;
}

/** The number that a person typed into a form or a provider sent, or null. */
export function phoneNumber(text: string, country = 'US'): PhoneNumber | null {
  const reading = readPhone(text, country);
  return reading.kind === 'usable' ? reading.number : null;
}

// A slash with blanks around it parts two numbers; one inside a number, as Belgians write, does not.
const betweenNumbers = /\s+[/|]\s+|;(?!\s*ext=)|\s+or\s+/i;

const lines: Readonly<Record<string, PhoneLine>> = {
  MOBILE: 'mobile',
  FIXED_LINE: 'landline',
  FIXED_LINE_OR_MOBILE: 'mobile-or-landline',
  TOLL_FREE: 'toll-free',
};

/** Full-width digits, odd dashes and blanks as a keyboard has them; Excel's text marks removed. */
const westernised = (cell: string): string =>
  plainText(cell.normalize('NFKC'))
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/^="(.*)"$/, '$1')
    .replace(/^['’]/, '')
    .replace(/^(\d{7,})\.0+$/, '$1')
    .trim();

function readOne(text: string, country: string): ReadNumber | UnusablePhone {
  const { main, extension } = withoutExtension(text.replace(label, ''));
  const unlike = unlikeNumber(main);
  if (unlike) return unlike;

  const dialled = international(main, country);
  const parsed = parsePhoneNumberFromString(dialled, {
    defaultCountry: country as CountryCode,
    extract: false,
  });
  if (!parsed?.isValid()) return whyInvalid(dialled, country);
  const line = lines[parsed.getType() ?? ''] ?? 'other';
  return { number: parsed.number as PhoneNumber, line, extension };
}

const label = /^(?:tel|telephone|phone|mobile|mob|cell|gsm|whatsapp|sms)\s*[.:]+\s*/i;

const extensionMark =
  /(?:;\s*ext=|[\s,)\d]\s*(?:extension|ext|poste|toestel|tst|anexo|interno|int|x|#)[.:]?\s*)(\d{1,7})$/i;

function withoutExtension(text: string): { main: string; extension: string | null } {
  const found = extensionMark.exec(text);
  if (!found) return { main: text, extension: null };
  const keepsLast = /[\d)]/.test(found[0][0] ?? '') ? 1 : 0;
  return { main: text.slice(0, found.index + keepsLast).trim(), extension: found[1] ?? null };
}

function unlikeNumber(text: string): UnusablePhone | null {
  const digits = text.replaceAll(/\D/g, '').length;
  if (/^\d+(?:[.,]\d+)?e[+-]?\d+$/i.test(text)) return 'scientific-notation';
  if (/\p{L}/u.test(text)) return digits >= 3 ? 'letters' : 'not-a-number';
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/.test(text)) return 'not-a-number';
  if (/^\d{4}-\d{1,2}-\d{1,2}$/.test(text)) return 'not-a-number';
  return digits < 2 || !/^\+?[\d\s().,/-]+$/.test(text) ? 'not-a-number' : null;
}

/** The number as libphonenumber understands it, `+` first where the cell says its own country. */
function international(text: string, country: string): string {
  const digits = text.replace(/\(0\)/, '').replaceAll(/\D/g, '');
  const written = text.startsWith('+') ? `+${digits}` : digits.replace(/^00(?=\d{8})/, '+');
  if (written.startsWith('+52')) return `+52${withoutMexicanPrefix(written.slice(3))}`;
  if (!written.startsWith('+') && country === 'MX') return mexican(written);
  return written;
}

/** Mexico dropped `1` after its country code and the prefixes 01, 044 and 045 in 2019; lists keep them. */
const withoutMexicanPrefix = (national: string): string =>
  national.replace(/^(?:1|01|044|045)(?=\d{10}$)/, '');

function mexican(digits: string): string {
  const national = withoutMexicanPrefix(digits.replace(/^52(?=1?\d{10}$)/, ''));
  return national.length === 10 ? `+52${national}` : national;
}

function whyInvalid(dialled: string, country: string): UnusablePhone {
  const digits = dialled.replace('+', '').length;
  const plan = nationalLengths[dialled.startsWith('+') ? '' : country];
  if (digits > 15) return 'too-long';
  if (!plan) return digits < 8 ? 'too-short' : 'not-assignable';
  if (plan.local.includes(digits)) return 'no-area-code';
  if (digits < plan.shortest) return 'too-short';
  return digits > plan.longest ? 'too-long' : 'not-assignable';
}

type Lengths = { local: readonly number[]; shortest: number; longest: number };

const northAmerican: Lengths = { local: [7], shortest: 10, longest: 11 };

/** Digits of a number dialled within the country; only for saying what is wrong. */
const nationalLengths: Readonly<Record<string, Lengths>> = {
  US: northAmerican,
  CA: northAmerican,
  PR: northAmerican,
  MX: { local: [7, 8], shortest: 10, longest: 13 },
  BE: { local: [], shortest: 8, longest: 11 },
};
