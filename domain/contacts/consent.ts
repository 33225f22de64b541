import { plainText } from './plain-text.ts';

/** What a list says of a person's consent to texts; `blank` says nothing either way. */
export type Consent = 'given' | 'refused' | 'blank';

/** Null for a cell that says something else: it counts as no consent. */
export function readConsent(cell: string): Consent | null {
  const word = plainText(cell)
    .toLowerCase()
    .replaceAll(/[\s._-]+/g, '');
  if (word === '') return 'blank';
  if (given.has(word)) return 'given';
  return refused.has(word) ? 'refused' : null;
}

const given = new Set([
  'yes',
  'y',
  '1',
  'true',
  'optin',
  'optedin',
  'subscribed',
  'si',
  'sí',
  'ja',
  'oui',
  'vrai',
]);

const refused = new Set(
  ['no', 'n', '0', 'false', 'optout', 'optedout', 'unsubscribed', 'stop', 'donotcontact'].concat([
    'donottext',
    'dnc',
    'nee',
    'neen',
    'non',
    'faux',
    'falso',
    'baja',
  ]),
);
