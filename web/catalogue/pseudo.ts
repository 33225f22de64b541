const ACCENTS: Record<string, string> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  y: 'ý',
  c: 'ç',
  n: 'ñ',
  s: 'š',
  z: 'ž',
  d: 'ď',
  g: 'ğ',
  t: 'ţ',
  l: 'ļ',
  r: 'ř',
  k: 'ķ',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
  Y: 'Ý',
  C: 'Ç',
  N: 'Ñ',
  S: 'Š',
  Z: 'Ž',
  D: 'Ď',
  G: 'Ğ',
  T: 'Ţ',
  L: 'Ļ',
  R: 'Ř',
  K: 'Ķ',
};

/**
 * The pseudo-locale: every sentence of a catalogue in brackets, accented and a third longer, so that a
 * test sees what did not come from the catalogue and what a longer language would break.
 */
export function pseudoCatalogue<T>(catalogue: T): T {
  return pseudoEntry(catalogue) as T;
}

function pseudoEntry(entry: unknown): unknown {
  if (typeof entry === 'string') return pseudo(entry, []);
  if (Array.isArray(entry)) return entry.map(pseudoEntry);
  if (typeof entry === 'function') {
    return (...args: unknown[]) => {
      const said: unknown = entry(...args);
      return typeof said === 'string' ? pseudo(said, args.flatMap(textsOf)) : pseudoEntry(said);
    };
  }
  if (entry && typeof entry === 'object') {
    return Object.fromEntries(
      Object.entries(entry).map(([key, value]) => [key, pseudoEntry(value)]),
    );
  }
  return entry;
}

/** `kept` are the texts handed in (names, dates): they stay as they are. */
export function pseudo(sentence: string, kept: readonly string[]): string {
  const pieces = split(sentence, kept);
  const said = pieces.map((piece) => (kept.includes(piece) ? piece : accent(piece))).join('');
  return `⟦${said}${'·'.repeat(Math.ceil(sentence.length / 3))}⟧`;
}

const accent = (text: string) => text.replace(/[a-z]/gi, (letter) => ACCENTS[letter] ?? letter);

function split(sentence: string, kept: readonly string[]): string[] {
  const wanted = kept.filter((text) => text.length > 1 && sentence.includes(text));
  if (wanted.length === 0) return [sentence];
  const escaped = wanted
    .sort((a, b) => b.length - a.length)
    .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return sentence.split(new RegExp(`(${escaped.join('|')})`));
}

function textsOf(arg: unknown): string[] {
  if (typeof arg === 'string') return [arg];
  if (arg && typeof arg === 'object') return Object.values(arg).flatMap(textsOf);
  return [];
}
