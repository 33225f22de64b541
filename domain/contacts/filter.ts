/** What narrows the list of contacts; absent parts narrow nothing. */
export type ContactFilter = {
  /** Words of a name or a company, a part of a number or of an e-mail address. */
  q?: string;
  /** Contacts that carry all of these. */
  tags?: readonly string[];
  /** A state or province as it is written on the contacts. */
  region?: string;
  /** ISO 3166. */
  country?: string;
  /** Of texts: what is recorded for the contact's numbers, or that one of them is blocked. */
  consent?: 'given' | 'refused' | 'none' | 'blocked';
  conversation?: 'yes' | 'no';
  /** Only contacts that this import made or added to. */
  importId?: string;
};

/** Digits of a search that looks like a part of a number; fewer than three find everybody. */
export function searchedDigits(q: string): string | null {
  if (!/^[\d\s().+/-]+$/.test(q)) return null;
  const digits = q.replaceAll(/\D/g, '');
  return digits.length >= 3 ? digits : null;
}
