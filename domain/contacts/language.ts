import { folded } from './country.ts';

/** The ISO 639 code of a language named by code, locale or in one of its neighbours' words; else null. */
export function readLanguage(cell: string): string | null {
  const name = folded(cell);
  return names.get(name) ?? names.get(name.slice(0, name.search(/[ _-]|$/))) ?? null;
}

const names: ReadonlyMap<string, string> = new Map(
  Object.entries({
    en: 'en eng english engels anglais ingles',
    nl: 'nl nld dut dutch nederlands neerlandais neerlandes flemish vlaams',
    fr: 'fr fra fre french frans francais frances',
    es: 'es spa spanish spaans espagnol espanol castellano',
    de: 'de deu ger german duits allemand aleman deutsch',
    pt: 'pt por portuguese portugees portugais portugues',
    it: 'it ita italian italiaans italien italiano',
  }).flatMap(([code, words]) => words.split(' ').map((word) => [word, code] as const)),
);
