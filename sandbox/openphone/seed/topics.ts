import { dutch, spanish } from './topics-es-nl.ts';
import { english, french } from './topics-en-fr.ts';
import type { Language } from './people.ts';

/** One line of an exchange; `{name}`, `{us}`, `{day}`, `{hour}`, `{price}` are filled in. */
type Line = { readonly isOurs: boolean; readonly text: string };
export type Topic = readonly Line[];

/** So many lines has every exchange. */
export const LINES = 4;

export const TOPICS: Readonly<Record<Language, readonly Topic[]>> = {
  en: readTopics(english),
  fr: readTopics(french),
  nl: readTopics(dutch),
  es: readTopics(spanish),
};

export const DAYS: Readonly<Record<Language, readonly string[]>> = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'],
  nl: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag'],
  es: ['el lunes', 'el martes', 'el miércoles', 'el jueves', 'el viernes'],
};

/** Exchanges are parted by blank lines; `<` stands before what people write, `>` before our answer. */
function readTopics(text: string): readonly Topic[] {
  return text
    .trim()
    .split('\n\n')
    .map((block) =>
      block.split('\n').map((line) => ({ isOurs: line.startsWith('>'), text: line.slice(2) })),
    );
}
