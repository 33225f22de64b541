import { addressKey, type AddressKey, type ContactAddress } from '#domain/contacts/address.ts';

/** By what two rows, or a row and a contact, are the same person. */
export const mergeRules = ['mobile', 'mobile-or-email', 'any-phone-or-email'] as const;

export type MergeRule = (typeof mergeRules)[number];

/** The addresses by which a person is recognised under a rule, the surest first. */
export function mergeKeys(addresses: readonly ContactAddress[], rule: MergeRule): AddressKey[] {
  return addresses.filter((address) => recognises(address, rule)).map(addressKey);
}

function recognises(address: ContactAddress, rule: MergeRule): boolean {
  switch (rule) {
    case 'mobile':
      return address.kind === 'phone' && address.role === 'mobile';
    case 'mobile-or-email':
      return address.kind === 'email' || address.role === 'mobile';
    case 'any-phone-or-email':
      return true;
  }
}
