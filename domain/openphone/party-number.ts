import { countryOfInternational } from '../contacts/country.ts';
import { phoneNumber, type PhoneNumber } from '../contacts/phone-number.ts';

/**
 * The number that the provider wrote, read by the country of the number of ours where it has none of its
 * own; null for a short code, `anonymous` and whatever else is no number.
 */
export const partyNumber = (written: string, ours: string): PhoneNumber | null =>
  phoneNumber(written, countryOfInternational(ours) ?? 'US');
