/** What a whole message says when it is one of the words that every texting programme must know. */
export type Keyword = 'stop' | 'start' | 'help' | 'yes';

/**
 * The keyword that a message is: alone, in any case and punctuation, repeated, or with a word of politeness
 * around it. Wider than what the providers match, because the law is. `yes` is a wish to start only of
 * someone who has opted out; to anyone else it is an answer like any other.
 */
export function readKeyword(text: string): Keyword | null {
  const whole = bareWords(text).join(' ');
  const said = withoutPoliteness(whole);
  const [first = '', ...others] = said.split(' ');
  const repeated = others.every((word) => word === first) ? keywords.get(first) : undefined;
  return repeated ?? keywords.get(said) ?? keywords.get(whole) ?? null;
}

/**
 * Small letters without accents, apostrophes or punctuation, parted by single blanks. Figures stay: they make
 * another sentence of it ("cancel 14:30").
 */
export const bareWords = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}'’‘`´]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** English, then Spanish, Dutch, French and Portuguese. */
const stopWords = [
  'stop|stopall|stop all|unsubscribe|cancel|end|quit|revoke|optout|opt out|remove|td',
  'alto|detener|salir|baja|cancelar suscripcion',
  'afmelden|uitschrijven|stoppen',
  'arret|arrete|arrett|arretez|desabonner|desabonnement|desinscrire|desinscription',
  'parar|cancelar|sair',
];

const politeness =
  'please|pls|plz|now|thank you|thanks|thx|por favor|gracias|ya|ahora|aub|alstublieft|alsjeblieft|nu|' +
  'bedankt|dank u|dank je|dankjewel|svp|stp|sil vous plait|merci|obrigado|obrigada|agora';

const politeBefore = new RegExp(`^(?:(?:${politeness}) )+`);
const politeAfter = new RegExp(`(?: (?:${politeness}))+$`);

const withoutPoliteness = (words: string): string =>
  words.replace(politeBefore, '').replace(politeAfter, '');

const keywords: ReadonlyMap<string, Keyword> = new Map([
  ...named('stop', stopWords.join('|')),
  ...named('start', 'start|unstop'),
  ...named('help', 'help|info|ayuda|hulp|aide|ajuda'),
  ...named('yes', 'yes'),
]);

function named(keyword: Keyword, words: string): [string, Keyword][] {
  return words.split('|').map((word) => [word, keyword]);
}
