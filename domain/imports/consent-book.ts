import type { PhoneNumber } from '#domain/contacts/phone-number.ts';
import type { ConsentPlan, KnownConsent } from './outcome.ts';
import type { RowContact } from './read-row.ts';

/** Consents as a batch goes along: what was known, and what its rows add. */
export class ConsentBook {
  readonly #known: Map<PhoneNumber, KnownConsent>;
  readonly plans: ConsentPlan[] = [];

  constructor(known: readonly KnownConsent[]) {
    this.#known = new Map(known.map((consent) => [consent.number, consent]));
  }

  /**
   * Takes what a row says of consent; true if that is new. It holds for the number to write to, and where
   * there is none for the other ones. A yes never undoes a no, of this list or before.
   */
  add(row: number, contact: RowContact): boolean {
    const { consent, consentOn: statedOn } = contact;
    if (consent === 'blank') return false;
    const numbers = consentNumbers(contact).filter((number) => this.#isNew(number, contact));
    for (const number of numbers) {
      this.plans.push({ row, number, consent, statedOn });
      const suppressed = consent === 'refused';
      this.#known.set(number, { number, consent, suppressed, liftedOn: null });
    }
    return numbers.length > 0;
  }

  #isNew(number: PhoneNumber, { consent, consentOn }: RowContact): boolean {
    const known = this.#known.get(number);
    if (!known) return true;
    if (known.suppressed) return false;
    if (consent === 'given') return known.consent === 'blank';
    return known.liftedOn === null || (consentOn !== null && consentOn > known.liftedOn);
  }
}

/** The numbers for which a row's consent or refusal holds. */
export function consentNumbers({ addresses }: RowContact): PhoneNumber[] {
  const phones = addresses.filter((address) => address.kind === 'phone');
  const mobiles = phones.filter(({ role }) => role === 'mobile');
  return (mobiles.length > 0 ? mobiles : phones).map(({ value }) => value);
}
