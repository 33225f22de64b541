import { AREA_CODES } from './area-codes.ts';
import { shortId } from './ids.ts';

export type User = {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly role: 'owner' | 'admin' | 'member';
};

/** A number of the workspace; `userIds` are those who may use it, the first one answers. */
export type OwnNumber = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly symbol: string | null;
  readonly userIds: readonly string[];
  readonly groupId: string;
};

const NAMES = [
  ['Repairs, front desk', '🏡'],
  ['Repairs, roofs', null],
  ['Repairs, windows', '🪟'],
  ['Repairs, gutters', null],
  ['Repairs, on call', '🚨'],
  ['Repairs, quotes', null],
  ['Repairs, invoices', null],
  ['Repairs, second shop', null],
  ['Clinique, accueil', '🩺'],
  ['Clinique, kiné', null],
  ['Kliniek, onthaal', '🏥'],
  ['Kliniek, tandarts', null],
  ['Clinique, rappels', null],
  ['Ciudad de México, citas', '📅'],
  ['Ciudad de México, obras', null],
  ['Old number of the shop', null],
] as const;

const USERS = [
  ['Imogen', 'Sorley', 'owner'],
  ['Piet', 'Vandamme', 'admin'],
  ['Rosa', 'Quintero', 'member'],
] as const;

/** Asked for with every message, so the last answer is kept. */
let last: { seed: number; users: readonly User[]; numbers: readonly OwnNumber[] } | undefined;

export function usersOf(seed: number): readonly User[] {
  return firmOf(seed).users;
}

export function numbersOf(seed: number): readonly OwnNumber[] {
  return firmOf(seed).numbers;
}

function firmOf(seed: number): NonNullable<typeof last> {
  if (last?.seed === seed) return last;
  const users = makeUsers(seed);
  last = { seed, users, numbers: makeNumbers(seed, users) };
  return last;
}

function makeUsers(seed: number): readonly User[] {
  return USERS.map(([firstName, lastName, role], i) => ({
    id: shortId('US', seed, i),
    firstName,
    lastName,
    email: `${firstName.toLowerCase()}.${lastName.toLowerCase()}@quo.example`,
    role,
  }));
}

function makeNumbers(seed: number, users: readonly User[]): readonly OwnNumber[] {
  return NAMES.map(([name, symbol], i) => ({
    id: shortId('PN', seed, i),
    number: `+1${AREA_CODES[(seed * NAMES.length + i) % AREA_CODES.length]}5550${180 + (seed % 20)}`,
    name,
    symbol,
    userIds: [users[i % 3]!.id, ...(i % 4 === 0 ? [users[(i + 1) % 3]!.id] : [])],
    groupId: shortId('GR', seed, i),
  }));
}
