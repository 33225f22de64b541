import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** A number as people read it: `(603) 555-0161` at home in North America, `+32 470 12 34 56` abroad. */
export function phoneText(number: string): string {
  const american = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number);
  if (american) return `(${american[1]}) ${american[2]}-${american[3]}`;
  return parsePhoneNumberFromString(number)?.formatInternational() ?? number;
}
