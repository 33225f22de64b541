import { AREA_CODES } from './area-codes.ts';
import { ABOUT, drawFor } from './draw.ts';

export type Language = 'en' | 'fr' | 'nl' | 'es';

/** Somebody who writes to the workspace; `number` is E.164. */
export type Person = {
  readonly number: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly language: Language;
};

/** Lines of people end here; what lies above are the workspace's own numbers. */
const LINES = 80;

const FIRST: Readonly<Record<Language, readonly string[]>> = {
  en: list('Avery Blair Carter Daphne Edgar Faye Gilbert Holly Ivan June Keith Lena Miles Nell'),
  fr: list('Aurore Benoît Cécile Damien Élodie Fabrice Gaëlle Hugo Inès Jules Léa Maxence Noémie'),
  nl: list('Anke Bram Daan Elke Femke Gijs Hanne Joris Katrien Lotte Maarten Nele Pieter Sofie'),
  es: list('Alicia Bruno Catalina Diego Emilia Fernando Gabriela Héctor Itzel Julián Lucía Mateo'),
};

const LAST: Readonly<Record<Language, readonly string[]>> = {
  en: list(
    'Ashby Barlow Crane Dunmore Ellery Fenwick Gable Hartnell Ives Kettering Larkin Mossman',
  ),
  fr: list(
    'Baudry Charlier Delvaux Evrard Fontaine Gérard Henrot Jacquemin Lambert Materne Noirhomme',
  ),
  nl: list('Aerts Boons Claes Dewulf Goossens Hermans Jacobs Lenaerts Mertens Peeters Smets Wuyts'),
  es: list(
    'Aguilar Bravo Cárdenas Domínguez Escalante Fuentes Galindo Ibarra Juárez Montes Ñíguez',
  ),
};

/** Callers of a repair firm, patients of clinics in Belgium, clients in Mexico City. */
const LANGUAGES: readonly Language[] = ['en', 'en', 'en', 'en', 'en', 'en', 'fr', 'fr', 'nl', 'es'];

/** Numbers are of the United States whatever people speak: no other country here keeps any for fiction. */
export function personAt(seed: number, index: number): Person {
  const draw = drawFor(seed, ABOUT.person, index);
  const area = AREA_CODES[(index + seed) % AREA_CODES.length]!;
  const line = Math.floor(index / AREA_CODES.length) % LINES;
  const language = LANGUAGES[(index * 3 + seed) % LANGUAGES.length]!;
  return {
    number: `+1${area}5550${100 + line}`,
    firstName: draw.pick(FIRST[language]),
    lastName: draw.pick(LAST[language]),
    language,
  };
}

/** A number as one of many hands wrote it down. */
export function asSomebodyWroteIt(number: string, hand: number): string {
  const [area, exchange, line] = [number.slice(2, 5), number.slice(5, 8), number.slice(8)];
  const hands = [
    `(${area}) ${exchange}-${line}`,
    `${area}.${exchange}.${line}`,
    `1-${area}-${exchange}-${line}`,
    `${area}${exchange}${line}`,
    `+1 ${area} ${exchange} ${line}`,
  ];
  return hands[hand % hands.length]!;
}

function list(names: string): readonly string[] {
  return names.split(' ');
}
