import type { ContactAddress } from './address.ts';
import { emailAddress } from './email-address.ts';
import { readPhone } from './phone-number.ts';
import { zoneOf } from './zone.ts';

const nowhere = { country: null, region: null, city: null, postalCode: null };

/** A number as a person types it, or null; without `+` it belongs to `country` (ISO 3166). */
export function phoneAddress(text: string, country: string): ContactAddress | null {
  const read = readPhone(text, country);
  if (read.kind !== 'usable') return null;
  const { number: value, line, extension } = read;
  const zone = zoneOf({ place: nowhere, number: value });
  return { kind: 'phone', value, role: 'mobile', line, extension, zone };
}

/** An e-mail address as a person types it, or null. */
export function emailAddressOf(text: string): ContactAddress | null {
  const value = emailAddress(text);
  return value && { kind: 'email', value, zone: null };
}

/** Whichever of the two a text is. */
export const typedAddress = (text: string, country: string): ContactAddress | null =>
  text.includes('@') ? emailAddressOf(text) : phoneAddress(text, country);
