import { plainText } from './plain-text.ts';

/** An e-mail address, trimmed and lower-cased whole; its domain stays in Unicode. */
export type EmailAddress = string & { readonly kind: 'EmailAddress' };

export type EmailReading =
  | { kind: 'blank' }
  | { kind: 'unusable' }
  | { kind: 'usable'; address: EmailAddress; others: readonly EmailAddress[] };

/** One cell of a list. Several whole addresses in it are all read, the first first. */
export function readEmail(cell: string): EmailReading {
  const text = plainText(cell);
  if (text === '') return { kind: 'blank' };
  const whole = emailAddress(text);
  if (whole) return { kind: 'usable', address: whole, others: [] };

  const [first, ...others] = text.split(betweenAddresses).map(emailAddress);
  if (!first || others.some((other) => other === null)) return { kind: 'unusable' };
  return { kind: 'usable', address: first, others: others as EmailAddress[] };
}

/** The address as the product stores it, or null where it can be none (RFC 5321, with a real domain). */
export function emailAddress(text: string): EmailAddress | null {
  const bare = plainText(text)
    .replace(/^mailto:/i, '')
    .replace(/^[^<>@]*<([^<>]+)>$/, '$1')
    .toLowerCase();
  const at = bare.lastIndexOf('@');
  const local = bare.slice(0, Math.max(at, 0));
  const domain = bare.slice(at + 1);
  if (bare.length > 254 || local.length > 64) return null;
  return isLocalPart(local) && isDomain(domain) ? (bare as EmailAddress) : null;
}

const betweenAddresses = /\s*[;,|]\s*|\s+\/\s+/;

const isLocalPart = (text: string): boolean => dotAtom.test(text) || quoted.test(text);

const dotAtom =
  /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;

const quoted = /^"(?:[^"\\\r\n]|\\.)+"$/u;

function isDomain(text: string): boolean {
  const labels = text.split('.');
  const top = labels.at(-1) ?? '';
  return (
    labels.length > 1 &&
    labels.every((label) => domainLabel.test(label)) &&
    !/^\d*$/.test(top) &&
    top.length > 1
  );
}

const domainLabel = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;
