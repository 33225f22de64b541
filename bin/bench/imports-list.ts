import { areaCodes } from './area-codes.ts';

export const header = [
  'First Name',
  'Last Name',
  'Company',
  'Mobile Phone',
  'Email Address',
  'Street',
  'City',
  'State/Province',
  'ZIP',
  'Country',
  'Tags',
  'Last Job',
  'Job Value',
  'Consent (SMS)',
  'Consent Date',
];

const firstNames = ['Ada', 'BEN', 'cleo', 'Dov', 'Edda', 'Finn', 'Gwen', 'Hugo'];
const streets = ['Maple St', 'Willow Ct', 'Harbor Rd', 'Mill Ln'];

/** A list as firms keep them, each person once: names in any case, numbers in any form. */
export function listOf(people: number): string {
  const lines = Array.from({ length: people }, (_, n) => lineOf(n).join(','));
  return [header.join(','), ...lines, ''].join('\r\n');
}

function lineOf(n: number): (string | number)[] {
  const first = firstNames[n % firstNames.length] ?? '';
  return [
    first,
    `Person ${n}`,
    n % 9 === 0 ? `Firm ${n}` : '',
    numberOf(n),
    n % 3 === 0 ? `person.${n}@mail.example` : '',
    `${1 + (n % 900)} ${streets[n % streets.length]}`,
    'Portsmouth',
    'NH',
    '03801',
    'USA',
    n % 4 === 0 ? 'referral;storm' : '',
    `${String(1 + (n % 12)).padStart(2, '0')}/${String(1 + (n % 28)).padStart(2, '0')}/2025`,
    100 + (n % 4000),
    n % 2 === 0 ? 'yes' : '',
    n % 2 === 0 ? '04/13/2024' : '',
  ];
}

/** 555-0100 to 555-0199 of area codes that there are. */
function numberOf(n: number): string {
  const area = areaCodes[Math.floor(n / 100) % areaCodes.length] ?? '';
  const line = `555-01${String(n % 100).padStart(2, '0')}`;
  return n % 2 === 0 ? `(${area}) ${line}` : `+1 ${area}-${line}`;
}
