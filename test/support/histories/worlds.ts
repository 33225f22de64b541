import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { exchanges as alderExchanges } from '#db/seeds/alder-and-tide/conversations.ts';
import { account, name as alderName } from '#db/seeds/alder-and-tide/firm.ts';
import { people as alderPeople } from '#db/seeds/alder-and-tide/people.ts';
import { stormWindows } from '#db/seeds/alder-and-tide/sequence.ts';
import { exchanges as cliniqueExchanges } from '#db/seeds/clinique-du-parc/conversations.ts';
import { people as cliniquePeople } from '#db/seeds/clinique-du-parc/people.ts';
import { recall } from '#db/seeds/clinique-du-parc/sequence.ts';
import { fairList } from '#db/seeds/demo/list.ts';
import { password } from '#db/seeds/users.ts';
import type { Block } from '#domain/sequences/step.ts';
import { listOf } from '../../../bin/bench/imports-list.ts';
import { personAt } from '../../../sandbox/openphone/seed/people.ts';

// Who and what is in the worlds of the demo, the tests, the bench and the providers' doubles.

const staff = ['Maren Okafor', 'Dana Whitcomb', 'Sal Ferreira', 'Lien Peeters'];
const firms = [alderName, 'Clinique du Parc', 'Granite'];
const contactsCsv = new URL('../../fixtures/contacts/contacts.csv', import.meta.url);

/** So many that each first and last name of the seeded Quo workspace comes up. */
const callers = Array.from({ length: 500 }, (_, index) => personAt(1, index));

/** Shorter ones are words that anything may hold. */
const shortest = 8;

let lists: List[] | undefined;
let words: ReadonlySet<string> | undefined;
let texts: readonly string[] | undefined;

interface List {
  names: string[];
  cells: string[];
}

/** Every word of a name, as it is written there. */
export const wordsOfWorlds = (): ReadonlySet<string> =>
  (words ??= new Set(
    [...firms, ...staff, ...seededNames(), ...allLists().flatMap(({ names }) => names)].flatMap(
      (name) => name.match(/\p{Lu}\p{L}{2,}/gu) ?? [],
    ),
  ));

/** What people and sequences say there, notes and streets among it, sentence by sentence. */
export const textsOfWorlds = (): readonly string[] =>
  (texts ??= [...seededTexts(), ...allLists().flatMap(({ cells }) => cells)]
    .flatMap((text) => text.replaceAll(/\s+/g, ' ').split(/\{\{?[^}]*\}\}?|[.!?,:;]\s/))
    .map((piece) => piece.trim())
    .filter((piece) => piece.length >= shortest && piece.includes(' ')));

function seededNames(): string[] {
  const people = [...alderPeople, ...cliniquePeople, ...callers];
  return [
    'Person',
    ...people.flatMap(({ firstName, lastName }) => [firstName, lastName]),
    ...account.senders.map(({ name }) => name),
  ];
}

function seededTexts(): string[] {
  const blocks: Block[] = [...stormWindows.blocks, ...recall.blocks];
  return [
    password,
    ...blocks.flatMap((block) => (block.kind === 'message' ? block.variants : [])).map(textOf),
    ...[...alderExchanges, ...cliniqueExchanges].flatMap(({ lines }) => lines).map(textOf),
    ...[...alderPeople, ...cliniquePeople].map(({ street }) => street),
  ];
}

const textOf = ({ text }: { text: string }): string => text;

const allLists = (): List[] =>
  (lists ??= [readFileSync(contactsCsv, 'utf8'), fairList, listOf(100)].map(readList));

function readList(csv: string): List {
  const rows = parse<Record<string, string>>(csv, {
    columns: true,
    bom: true,
    relax_column_count: true,
  });
  const isName = (column: string) => /^(?:first|last) name$/i.test(column);
  const all = rows.flatMap((row) => Object.entries(row));
  return {
    names: all.filter(([column]) => isName(column)).map(([, cell]) => cell),
    cells: all.filter(([column]) => !isName(column)).map(([, cell]) => cell),
  };
}
