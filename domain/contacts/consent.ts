import { plainText } from './plain-text.ts';

/** What a list says of a person's consent to texts; `blank` says nothing either way. */
export type Consent = 'given' | 'refused' | 'blank';

/** Null for a cell that says something nobody here understands: it counts as no consent. */
export function readConsent(cell: string): Consent | null {
  const word = plainText(cell)
    .toLowerCase()
    .replaceAll(/[\s._-]+/g, '');
  if (word === '') return 'blank';
  if (given.has(word)) return 'given';
  if (refused.has(word)) return 'refused';
  return null;
}

const given = new Set(
  'yes y 1 true t ok optin optedin subscribed granted x ✓ ✔ si sí s ja j oui o vrai verdadero'.split(
    ' ',
  ),
);

const refused = new Set(
  'no n 0 false f optout optedout unsubscribed stop stopped donotcontact dnc nee non nunca faux falso baja'.split(
    ' ',
  ),
);
