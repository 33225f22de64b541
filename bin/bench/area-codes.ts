import { areaCodeState } from '#domain/contacts/area-codes.ts';
import type { PhoneNumber } from '#domain/contacts/phone-number.ts';

/** Those that are in use: each has a hundred numbers that belong to nobody, 555-0100 to 555-0199. */
export const areaCodes = Array.from({ length: 800 }, (_, n) => String(200 + n)).filter(
  // All but that of American Samoa, whose numbers have another shape.
  (code) => ![null, 'AS'].includes(areaCodeState(`+1${code}5550100` as PhoneNumber)),
);
