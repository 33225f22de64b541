import type { EmailAddress } from './email-address.ts';
import type { PhoneLine, PhoneNumber } from './phone-number.ts';
import type { FoundZone } from './zone.ts';

/** `mobile` is the number to write to; `other` is a landline or second number. */
export type PhoneRole = 'mobile' | 'other';

export type PhoneAddress = {
  kind: 'phone';
  value: PhoneNumber;
  role: PhoneRole;
  line: PhoneLine;
  extension: string | null;
  zone: FoundZone | null;
};

export type EmailAddressOf = { kind: 'email'; value: EmailAddress; zone: FoundZone | null };

export type ContactAddress = PhoneAddress | EmailAddressOf;

/** What makes an address one within a workspace, `phone:+12125550123`. */
export type AddressKey = `${'phone' | 'email'}:${string}`;

export const addressKey = (address: { kind: 'phone' | 'email'; value: string }): AddressKey =>
  `${address.kind}:${address.value}`;
