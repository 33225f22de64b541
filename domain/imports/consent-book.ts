import { type AddressKey, addressKey } from '#domain/contacts/address.ts';
import type { ConsentPlan, KnownConsent } from './outcome.ts';
import type { RowContact } from './read-row.ts';

/** Consents as a batch goes along: what was known, and what its rows add. */
export class ConsentBook {
  readonly #known: Map<AddressKey, KnownConsent>;
  readonly plans: ConsentPlan[] = [];

  constructor(known: readonly KnownConsent[]) {
    this.#known = new Map(known.map((consent) => [consent.address, consent]));
  }

  /**
   * Takes what a row says of consent; true if that is new. It holds for the number to write to, and where
   * there is none for whatever address the row has. A yes never undoes a no, of this list or before.
   */
  add(row: number, contact: RowContact): boolean {
    if (contact.consent === 'blank') return false;
    const before = this.plans.length;
    for (const address of consentAddresses(contact)) {
      if (!this.#isNew(address, contact)) continue;
      const { consent, consentOn: statedOn } = contact;
      this.plans.push({ row, address, consent, statedOn });
      const suppressed = consent === 'refused';
      this.#known.set(address, { address, consent, suppressed, liftedOn: null });
    }
    return this.plans.length > before;
  }

  #isNew(address: AddressKey, { consent, consentOn }: RowContact): boolean {
    const known = this.#known.get(address);
    if (!known) return true;
    if (known.suppressed) return false;
    if (consent === 'given') return known.consent === 'blank';
    return known.liftedOn === null || (consentOn !== null && consentOn > known.liftedOn);
  }
}

/** The addresses for which a row's consent or refusal holds. */
export function consentAddresses({ addresses }: RowContact): AddressKey[] {
  const phones = addresses.filter(({ kind }) => kind === 'phone');
  const mobiles = phones.filter((address) => address.kind === 'phone' && address.role === 'mobile');
  const held = [mobiles, phones, addresses].find((some) => some.length > 0) ?? [];
  return held.map(addressKey);
}
